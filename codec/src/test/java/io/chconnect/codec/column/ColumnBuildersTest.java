package io.chconnect.codec.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.Columns;
import io.chconnect.codec.internal.type.CodecFactory;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataTypes;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every builder promises: it grows, forgets what is cut off, copies from columns, and knows its size. */
class ColumnBuildersTest {
    /** A record whose components are the elements of a tuple. */
    record Pair(String b, int a) {}

    /** A record with too much. */
    record Triple(int a, String b, int c) {}

    static Stream<Arguments> builders() {
        return Stream.of(
                builder("UInt8", (short) 0, 1, (short) 7, (short) 8),
                builder("Int16", (short) 0, 2, (short) -7, (short) 8),
                builder("Int32", 0, 4, -7, 8),
                builder("Int64", 0L, 8, -7L, 8L),
                builder("Float32", 0f, 4, -7f, 8f),
                builder("Float64", 0.0, 8, -7.0, 8.0),
                builder("FixedString(3)", "", 3, "abc", "d"),
                builder("String", "", 4, "abc", "def"),
                builder("Nullable(Int32)", null, 5, 7, null),
                builder("Array(Int32)", List.of(), 16, List.of(1, 2), List.of(3, 4)),
                builder("Map(Int32, Int32)", Map.of(), 16, Map.of(1, 2), Map.of(3, 4)),
                builder("Tuple(Int32, Int64)", List.of(0, 0L), 12, List.of(1, 2L), List.of(3, 4L)),
                builder("Variant(Int32, String)", null, 5, 7, 8),
                builder("Dynamic", null, 5, 7, 8),
                builder("QBit(Float32, 2)", List.of(0f, 0f), 8, List.of(1f, 2f), List.of(3f, 4f)),
                builder("LowCardinality(Int32)", 0, -1, 7, 8),
                builder("LowCardinality(Nullable(String))", null, -1, "a", null),
                builder("LowCardinality(FixedString(2))", "", -1, "a", "bc"),
                builder("JSON", Map.of(), -1, Map.of("a", 1L), Map.of("b", "x")),
                builder("JSON(max_dynamic_paths=0)", Map.of(), -1, Map.of("a", 1L), Map.of("b", "x", "c", 2L)),
                builder("JSON(a Int64)", Map.of("a", 0L), -1, Map.of("a", 1L), Map.of("a", 2L, "b", "x")));
    }

    private static Arguments builder(
            String type, @Nullable Object zero, int rowBytes, @Nullable Object first, @Nullable Object second) {
        return Arguments.of(type, zero, rowBytes, first, second);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builders")
    void aBuilderGrowsFromNothing(
            String type, @Nullable Object zero, int rowBytes, @Nullable Object first, @Nullable Object second) {
        for (int expected : new int[] {0, 1, 3, 200}) {
            ColumnBuilder builder = builder(type, expected);
            assertThat(builder.size()).isZero();
            for (int row = 0; row < 101; row++) {
                append(builder, row % 2 == 0 ? first : second);
                assertThat(builder.size()).isEqualTo(row + 1);
            }
            if (rowBytes > 0) {
                assertThat(builder.byteSize()).isEqualTo(101L * rowBytes);
            }
            Column column = builder.build();
            assertThat(column.rowCount()).isEqualTo(101);
            for (int row = 0; row < 101; row++) {
                assertThat(column.get(row)).isEqualTo(row % 2 == 0 ? first : second);
            }
            assertThat(Columns.again(column).toObjects()).isEqualTo(column.toObjects());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builders")
    void whatIsCutOffIsForgotten(
            String type, @Nullable Object zero, int rowBytes, @Nullable Object first, @Nullable Object second) {
        ColumnBuilder builder = builder(type, 0);
        for (int row = 0; row < 20; row++) {
            append(builder, second);
        }
        builder.truncate(2);
        assertThat(builder.size()).isEqualTo(2);
        append(builder, first);
        builder.appendDefault();
        if (rowBytes > 0 && !type.startsWith("A") && !type.startsWith("M") && !type.equals("String") && zero != null) {
            assertThat(builder.byteSize()).isEqualTo(4L * rowBytes);
        }
        Column column = builder.build();
        assertThat(column.toObjects()).containsExactly(second, second, first, zero);
        assertThat(Columns.again(column).toObjects()).containsExactly(second, second, first, zero);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builders")
    void everythingCanBeCutOff(
            String type, @Nullable Object zero, int rowBytes, @Nullable Object first, @Nullable Object second) {
        ColumnBuilder builder = builder(type, 4);
        builder.appendDefault();
        append(builder, first);
        builder.truncate(0);
        append(builder, second);
        assertThat(builder.build().toObjects()).containsExactly(second);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builders")
    void valuesAreCopiedFromColumns(
            String type, @Nullable Object zero, int rowBytes, @Nullable Object first, @Nullable Object second) {
        ColumnBuilder source = builder(type, 3);
        append(source, first);
        source.appendDefault();
        append(source, second);
        Column column = source.build();
        ColumnBuilder builder = builder(type, 0);
        for (int row : new int[] {2, 0, 0, 1, 2}) {
            builder.appendFrom(column, row);
        }
        assertThat(builder.build().toObjects()).containsExactly(second, first, first, zero, second);
        ColumnBuilder fromTheWire = builder(type, 0);
        fromTheWire.appendFrom(Columns.again(column), 2);
        fromTheWire.appendFrom(Columns.again(column), 1);
        assertThat(fromTheWire.build().toObjects()).containsExactly(second, zero);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builders")
    void nullNeedsANullableType(
            String type, @Nullable Object zero, int rowBytes, @Nullable Object first, @Nullable Object second) {
        ColumnBuilder builder = builder(type, 0);
        append(builder, first);
        boolean takesNull = zero == null;
        if (takesNull) {
            builder.appendNull();
            assertThat(builder.build().toObjects()).containsExactly(first, null);
        } else {
            assertThatThrownBy(builder::appendNull)
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("NULL in a column that is not nullable");
            assertThat(builder.size()).isEqualTo(1);
        }
    }

    @Test
    void numbersNeedNoBox() {
        for (String type :
                List.of("Int8", "Int16", "Int32", "Int64", "Nullable(Int32)", "Nullable(Int64)", "Int128", "Dynamic")) {
            ColumnBuilder builder = builder(type, 0);
            builder.appendLong(7);
            assertThat(builder.build().getLong(0)).as(type).isEqualTo(7);
        }
        for (String type :
                List.of("Float32", "Float64", "BFloat16", "Nullable(Float32)", "Nullable(Float64)", "Decimal(9, 1)")) {
            ColumnBuilder builder = builder(type, 0);
            builder.appendDouble(0.5);
            assertThat(builder.build().getDouble(0)).as(type).isEqualTo(0.5);
        }
        assertThatThrownBy(() -> builder("BFloat16", 0).appendDouble(0.1)).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> builder("Int16", 0).appendLong(40_000)).isInstanceOf(ConversionException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Int8, -128, 127",
        "UInt8, 0, 255",
        "Int16, -32768, 32767",
        "UInt16, 0, 65535",
        "Int32, -2147483648, 2147483647",
        "UInt32, 0, 4294967295"
    })
    void numbersWithoutABoxFillTheirRangeAndNoMore(String type, long min, long max) {
        ColumnBuilder builder = builder(type, 0);
        builder.appendLong(min);
        builder.appendLong(max);
        assertThat(builder.build().toLongs()).containsExactly(min, max);
        for (long value : new long[] {min - 1, max + 1}) {
            assertThatThrownBy(() -> builder(type, 0).appendLong(value))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("it is out of range, expected " + min + " to " + max);
        }
    }

    @Test
    void arraysOfAnyKindAreLists() {
        assertThat(Columns.of(
                                "Array(Int32)",
                                List.of(1, 2),
                                new int[] {1, 2},
                                new Object[] {1, 2},
                                new long[] {1, 2},
                                new java.util.TreeSet<>(List.of(1, 2)))
                        .toObjects())
                .containsOnly(List.of(1, 2));
        assertRefused("Array(Int32)", 7, "expected a Collection or an array");
        assertRefused("Array(Int32)", Arrays.asList(1, null), "NULL in a column that is not nullable");
        assertRefused("Array(Int32)", new String[] {"x"}, "it is not a number");
    }

    @Test
    void tuplesComeAsListsArraysRecordsAndMaps() {
        String type = "Tuple(a Int32, b Nullable(String))";
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", "x");
        map.put("a", 1);
        assertThat(Columns.of(type, List.of(1, "x"), new Object[] {1, "x"}, new Pair("x", 1), map)
                        .toObjects())
                .containsOnly(List.of(1, "x"));
        assertThat(Columns.of(type, Arrays.asList(1, null)).get(0)).isEqualTo(Arrays.asList(1, null));
        assertThat(Columns.of("Tuple(Int32, Int32)", new int[] {1, 2}).get(0)).isEqualTo(List.of(1, 2));
        assertThat(Columns.of("Tuple(String, Int32)", new Pair("x", 1)).get(0)).isEqualTo(List.of("x", 1));
        assertRefused(type, List.of(1), "it has 1 elements, expected 2");
        assertRefused(type, Map.of("a", 1), "it has no element \"b\"");
        assertRefused(type, Map.of("a", 1, "b", "x", "c", 2), "it has elements that the type does not have");
        assertRefused(type, new Triple(1, "x", 2), "the components of the record are not the elements of the tuple");
        assertRefused("Tuple(a Int32, c String)", new Pair("x", 1), "the components of the record are not");
        assertRefused(type, 7, "expected a List, an array, a record or a Map with the names");
        assertRefused("Tuple(Int32)", Map.of("a", 1), "expected a List, an array, a record");
    }

    @Test
    void mapsComeAsMapsOrEntries() {
        String type = "Map(String, Nullable(Int32))";
        Map<String, Integer> withNull = new java.util.HashMap<>();
        withNull.put("a", null);
        assertThat(Columns.of(type, withNull).get(0)).isEqualTo(withNull);
        assertRefused(type, 7, "expected a Map or a Collection of Map.Entry");
        assertRefused(type, List.of(7), "expected a Map.Entry");
        assertRefused("Map(String, Int32)", withNull, "NULL in a column that is not nullable");
    }

    @Test
    void aQBitHasAllItsElements() {
        assertRefused("QBit(Float32, 2)", List.of(1), "it has 1 elements, expected 2");
        assertRefused("QBit(Float32, 2)", new float[3], "it has 3 elements, expected 2");
        assertRefused("QBit(Float32, 2)", 7, "expected an array or a Collection of numbers");
        assertRefused("QBit(Float32, 2)", Arrays.asList(1, null), "NULL in a column that is not nullable");
        assertRefused("QBit(Float32, 2)", List.of(1, "x"), "it is not a number");
    }

    @Test
    void nothingHasNoValues() {
        ColumnBuilder builder = builder("Nothing", 0);
        assertThatThrownBy(() -> builder.append(7))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("the type has no values");
        builder.appendDefault();
        builder.appendDefault();
        builder.truncate(1);
        builder.appendFrom(builder.build(), 0);
        assertThat(builder.byteSize()).isEqualTo(2);
        Column column = builder.build();
        assertThat(column.rowCount()).isEqualTo(2);
        assertThat(column.get(0)).isNull();
        assertThat(Columns.again(column).rowCount()).isEqualTo(2);
    }

    @Test
    void aDictionaryHasEachValueOnce() {
        byte[] bytes = {1, 2};
        LowCardinalityColumn column = (LowCardinalityColumn)
                Columns.of("LowCardinality(String)", bytes, CharBuffer.wrap("a"), "a", bytes.clone(), "b");
        bytes[0] = 9;
        assertThat(column.dictionary().rowCount()).isEqualTo(4);
        assertThat(column.keys()).containsExactly(1, 2, 2, 1, 3);
        ColumnBuilder builder = builder("LowCardinality(String)", 0);
        builder.append("b");
        builder.appendFrom(column, 4);
        builder.appendFrom(column, 0);
        builder.appendFrom(column, 3);
        LowCardinalityColumn copy = (LowCardinalityColumn) builder.build();
        assertThat(copy.dictionary().rowCount()).isEqualTo(4);
        assertThat(copy.keys()).containsExactly(1, 2, 3, 3);
    }

    @Tag("exhaustive")
    @Test
    void wideKeysAreWritten() {
        for (int distinct : new int[] {255, 256, 300, 65_535, 65_536, 70_000}) {
            ColumnBuilder builder = builder("LowCardinality(UInt32)", 0);
            for (int row = 0; row < distinct; row++) {
                builder.appendLong(row);
            }
            Column again = Columns.again(builder.build());
            assertThat(again.rowCount()).isEqualTo(distinct);
            for (int row = 0; row < distinct; row++) {
                if (again.getLong(row) != row) {
                    throw new AssertionError(row + " became " + again.getLong(row));
                }
            }
        }
    }

    private static ColumnBuilder builder(String type, int expectedRows) {
        return new CodecFactory(Columns.ZONE).codec(DataTypes.parse(type)).builder(expectedRows);
    }

    private static void append(ColumnBuilder builder, @Nullable Object value) {
        if (value == null) {
            builder.appendNull();
        } else {
            builder.append(value);
        }
    }

    private static void assertRefused(String type, Object value, String problem) {
        assertThatThrownBy(() -> Columns.of(type, value))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(problem);
    }
}
