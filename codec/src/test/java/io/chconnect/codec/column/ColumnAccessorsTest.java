package io.chconnect.codec.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.Columns;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataTypes;
import io.chconnect.types.value.TypedVariant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What columns give beside their values as objects. */
class ColumnAccessorsTest {
    @Test
    void wholeNumbersWiden() {
        assertThat(Columns.of("UInt8", 200).getLong(0)).isEqualTo(200);
        assertThat(Columns.of("Int8", -7).getLong(0)).isEqualTo(-7);
        assertThat(Columns.of("UInt16", 65535).getLong(0)).isEqualTo(65535);
        assertThat(Columns.of("UInt32", 4294967295L).getLong(0)).isEqualTo(4294967295L);
        assertThat(Columns.of("UInt32", 4294967295L).getDouble(0)).isEqualTo(4294967295.0);
        assertThat(Columns.of("Int64", Long.MIN_VALUE).getLong(0)).isEqualTo(Long.MIN_VALUE);
        assertThat(Columns.of("UInt64", Long.MAX_VALUE).getLong(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(Columns.of("Int128", -5).getLong(0)).isEqualTo(-5);
        assertThat(Columns.of("Decimal(9, 2)", "7.00").getLong(0)).isEqualTo(7);
        assertThat(Columns.of("Decimal(76, 2)", "7.00").getLong(0)).isEqualTo(7);
        assertThat(Columns.of("Float64", -3.0).getLong(0)).isEqualTo(-3);
        assertThat(Columns.of("Float32", 3f).getLong(0)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "DateTime('Asia/Kolkata'), 2106-02-07T06:28:15Z",
        "DateTime, 1970-01-01T00:00:00Z",
        "'DateTime64(9, ''America/New_York'')', 2262-04-11T23:47:16.854775807Z",
        "DateTime64(3), 1899-12-31T23:59:59.999Z",
        "DateTime64(0), 1900-01-01T00:00:00Z"
    })
    void aPointInTimeIsTheOneOfTheWallTime(String type, Instant instant) {
        Column column = Columns.of(type, instant);
        assertThat(((IntegralColumn) column).getInstant(0)).isEqualTo(instant);
        assertThat(((ZonedDateTime) column.get(0)).toInstant()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({"Int64", "Date", "UInt64"})
    void otherNumbersAreNoPointsInTime(String type) {
        Column column = type.equals("Date") ? Columns.of(type, LocalDate.EPOCH) : Columns.of(type, 0);
        assertThat(((IntegralColumn) column).getInstant(0)).isNull();
    }

    @Test
    void numbersThatDoNotFitALongAreRefused() {
        BigInteger large = BigInteger.ONE.shiftLeft(63);
        assertNoLong(Columns.of("UInt64", large), "it is above Long.MAX_VALUE");
        assertNoLong(Columns.of("Int128", large), "it is not a whole number within the range of a long");
        assertNoLong(Columns.of("Decimal(9, 2)", "0.01"), "it has a fraction");
        assertNoLong(Columns.of("Decimal(76, 2)", "0.01"), "it is not a whole number within the range of a long");
        assertNoLong(Columns.of("Float64", 0.5), "it is not a whole number");
        assertNoLong(Columns.of("Float64", 0x1p63), "it is not a whole number within the range of a long");
        assertNoLong(Columns.of("Float64", -0x1.1p63), "it is not a whole number within the range of a long");
        assertNoLong(Columns.of("Float64", Double.NaN), "it is not a whole number");
        assertNoLong(Columns.of("String", "1"), "type String is not a number");
        assertThat(Columns.of("Float64", -0x1p63).getLong(0)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void doublesAreExactOrRefused() {
        assertThat(Columns.of("Int64", 1L << 53).getDouble(0)).isEqualTo(0x1p53);
        assertThat(Columns.of("Int64", -(1L << 53)).getDouble(0)).isEqualTo(-0x1p53);
        assertThat(Columns.of("Int64", Long.MIN_VALUE).getDouble(0)).isEqualTo(-0x1p63);
        assertThat(Columns.of("Int64", (1L << 53) + 2).getDouble(0)).isEqualTo(0x1p53 + 2);
        assertThat(Columns.of("UInt64", BigInteger.ONE.shiftLeft(63)).getDouble(0))
                .isEqualTo(0x1p63);
        assertThat(Columns.of("Int128", -5).getDouble(0)).isEqualTo(-5);
        assertThat(Columns.of("Decimal(9, 1)", "0.1").getDouble(0)).isEqualTo(0.1);
        assertThat(Columns.of("Float32", 0.1f).getDouble(0)).isEqualTo(0.1f);
        assertThat(Columns.of("Float64", 0.1).getDouble(0)).isEqualTo(0.1);
        for (long value : new long[] {(1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE}) {
            assertNoDouble(Columns.of("Int64", value), "it has more digits than a double holds");
        }
        assertNoDouble(
                Columns.of("UInt128", BigInteger.ONE.shiftLeft(90).add(BigInteger.ONE)),
                "it has more digits than a double holds");
        assertNoDouble(Columns.of("String", "1"), "type String is not a number");
    }

    @Test
    void nullIsNoNumber() {
        for (String type :
                List.of("Nullable(Int32)", "LowCardinality(Nullable(Int32))", "Variant(Int32, String)", "Dynamic")) {
            Column column = Columns.of(type, null, 7);
            assertThat(column.isNull(0)).as(type).isTrue();
            assertThat(column.isNull(1)).isFalse();
            assertThat(column.get(0)).isNull();
            assertThat(column.getText(0)).isEqualTo("NULL");
            assertThat(column.getLong(1)).isEqualTo(7);
            assertThat(column.getDouble(1)).isEqualTo(7.0);
            assertThat(column.nullMap()).containsExactly(true, false);
            assertThat(column.toLongs()).containsExactly(0, 7);
            assertThat(column.toDoubles()).containsExactly(0, 7);
            assertNoLong(column, "NULL has no long value");
            assertNoDouble(column, "NULL has no double value");
            assertThat(Columns.of(type, 7).nullMap()).isNull();
            assertThat(Columns.again(column).toObjects()).containsExactly(null, 7);
        }
        assertThat(Columns.of("LowCardinality(Int32)", 7).nullMap()).isNull();
        assertThat(Columns.of("Int32", 7).nullMap()).isNull();
        assertThat(Columns.of("Int32", 7).isNull(0)).isFalse();
    }

    @Test
    void storageIsHandedOutWithoutACopy() {
        assertThat(Columns.of("Nullable(Int8)", 1, null).asBytes()).containsExactly(1, 0);
        assertThat(Columns.of("Nullable(Date)", "1970-01-02", null).asShorts()).containsExactly((short) 1, (short) 0);
        assertThat(Columns.of("Nullable(IPv4)", "0.0.0.1", null).asInts()).containsExactly(1, 0);
        assertThat(Columns.of("Nullable(UInt64)", 1, null).asLongs()).containsExactly(1, 0);
        assertThat(Columns.of("Nullable(BFloat16)", 1, null).asFloats()).containsExactly(1, 0);
        assertThat(Columns.of("Nullable(Float64)", 1, null).asDoubles()).containsExactly(1, 0);
        Column column = Columns.of("Int32", 1);
        assertThat(column.asInts()).isSameAs(column.asInts());
        assertThat(column.toLongs()).isNotSameAs(column.toLongs());
    }

    @ParameterizedTest
    @CsvSource({
        "Int8, 10",
        "Int16, 10",
        "Int32, 10",
        "Int64, 10",
        "Float32, 10",
        "Float64, 10",
        "String, 10",
        "Nullable(String), 10"
    })
    void anotherStorageIsRefused(String type, String value) {
        Column column = Columns.of(type, value);
        List<Runnable> accessors = List.of(
                column::asBytes,
                column::asShorts,
                column::asInts,
                column::asLongs,
                column::asFloats,
                column::asDoubles);
        List<String> arrays = List.of("byte", "short", "int", "long", "float", "double");
        int own =
                List.of("Int8", "Int16", "Int32", "Int64", "Float32", "Float64").indexOf(type);
        for (int i = 0; i < arrays.size(); i++) {
            Runnable accessor = accessors.get(i);
            if (i == own) {
                accessor.run();
            } else {
                assertThatThrownBy(accessor::run)
                        .isInstanceOf(ConversionException.class)
                        .hasMessageContaining("is not stored as " + arrays.get(i) + "[]");
            }
        }
    }

    @Test
    void wordsOfThePlaceholderOfNullAreErased() {
        byte[] flags = {1, 0};
        for (String type : List.of("Int8", "Int16", "Int32", "Int64", "Float32", "Float64", "FixedString(2)")) {
            int width = type.equals("FixedString(2)") ? 2 : Integer.parseInt(type.replaceAll("\\D", "")) / 8;
            byte[] data = new byte[2 + 2 * width];
            Arrays.fill(data, (byte) 0x41);
            System.arraycopy(flags, 0, data, 0, 2);
            Column column = Columns.read("Nullable(" + type + ")", 2, data);
            assertThat(column.get(0)).isNull();
            assertThat(column.isNull(1)).isFalse();
            Column values = ((NullableColumn) column).values();
            Object zero = Columns.of(type, type.startsWith("Fixed") ? "AA" : 0).get(0);
            assertThat(values.get(0)).as(type).isEqualTo(zero);
            assertThat(values.get(1)).as(type).isNotEqualTo(type.startsWith("Fixed") ? "" : zero);
        }
    }

    @Test
    void dictionariesAreSpread() {
        LowCardinalityColumn column =
                (LowCardinalityColumn) Columns.of("LowCardinality(Nullable(String))", "b", null, "a", "b", "");
        assertThat(column.toStrings()).containsExactly("b", null, "a", "b", "");
        assertThat(column.toObjects()).containsExactly("b", null, "a", "b", "");
        assertThat(column.keys()).containsExactly(2, 0, 3, 2, 4);
        assertThat(column.nullable()).isTrue();
        assertThat(column.dictionary().toStrings()).containsExactly("", "", "b", "a", "");
        LowCardinalityColumn plain = (LowCardinalityColumn) Columns.of("LowCardinality(String)", "b", "b", "c");
        assertThat(plain.nullable()).isFalse();
        assertThat(plain.keys()).containsExactly(1, 1, 2);
        assertThat(plain.toStrings()).containsExactly("b", "b", "c");
        assertThat(plain.isNull(0)).isFalse();
    }

    @Test
    void onlyTextsAreStrings() {
        assertThat(Columns.of("FixedString(2)", "a").toStrings()).containsExactly("a");
        assertThat(Columns.of("Enum8('a' = 1)", "a").toStrings()).containsExactly("a");
        assertThat(Columns.of("JSON", Map.of("a", 1L)).toStrings()).containsExactly("{\"a\":1}");
        assertThatThrownBy(() -> Columns.of("Int8", 7).toStrings())
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("the column has type Int8");
    }

    @Test
    void partsOfContainersAreColumns() {
        ArrayColumn array = (ArrayColumn) Columns.of("Array(Int32)", List.of(1, 2), List.of(), new int[] {3});
        assertThat(array.offsets()).containsExactly(0, 2, 2, 3);
        assertThat(array.elements().asInts()).containsExactly(1, 2, 3);
        assertThat(array.length(0)).isEqualTo(2);
        assertThat(array.length(1)).isZero();
        assertThat(array.get(0)).isEqualTo(List.of(1, 2));
        MapColumn map = (MapColumn)
                Columns.of("Map(String, Int32)", Map.of("a", 1), List.of(Map.entry("b", 2), Map.entry("b", 3)));
        assertThat(map.offsets()).containsExactly(0, 1, 3);
        assertThat(map.keys().toStrings()).containsExactly("a", "b", "b");
        assertThat(map.values().asInts()).containsExactly(1, 2, 3);
        assertThat(map.get(0)).isEqualTo(Map.of("a", 1));
        assertThat(map.entries(1)).isEqualTo(List.of(Map.entry("b", 2), Map.entry("b", 3)));
        assertThatThrownBy(() -> map.get(1))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("the key b stands twice");
        assertThat(map.getText(1)).isEqualTo("{'b':2,'b':3}");
        TupleColumn tuple = (TupleColumn) Columns.of("Tuple(a Int32, b String)", List.of(1, "x"));
        assertThat(tuple.elements().get(1).toStrings()).containsExactly("x");
        assertThat(tuple.get(0)).isEqualTo(List.of(1, "x"));
        QBitColumn qbit = (QBitColumn) Columns.of("QBit(Float32, 2)", List.of(1, 2), new float[] {3, 4});
        assertThat(qbit.elements().asFloats()).containsExactly(1, 2, 3, 4);
        assertThat(qbit.rowCount()).isEqualTo(2);
        assertThat(qbit.get(1)).isEqualTo(List.of(3f, 4f));
        StringColumn strings = (StringColumn) Columns.of("String", "ab", "", "c");
        assertThat(strings.offsets()).containsExactly(0, 2, 2, 3);
        assertThat(strings.length(0)).isEqualTo(2);
        assertThat(strings.getBytes(2)).containsExactly('c');
        FixedBytesColumn fixed = (FixedBytesColumn) Columns.of("FixedString(2)", "ab", "c");
        assertThat(fixed.width()).isEqualTo(2);
        assertThat(fixed.getBytes(1)).containsExactly('c', 0);
        assertThat(fixed.bytes()).containsExactly('a', 'b', 'c', 0);
        IntegralColumn date = (IntegralColumn) Columns.of("Date", "1970-01-03");
        assertThat(date.stored(0)).isEqualTo(2);
    }

    @Test
    void membersOfAVariantAreColumns() {
        VariantColumn column = (VariantColumn) Columns.of("Variant(Int32, String)", "a", 1, null, 2, "b");
        assertThat(column.discriminators()).containsExactly(1, 0, MemberColumn.NULL, 0, 1);
        assertThat(column.positions()).containsExactly(0, 0, 0, 1, 1);
        assertThat(column.members().get(0).asInts()).containsExactly(1, 2);
        assertThat(column.members().get(1).toStrings()).containsExactly("a", "b");
        assertThat(column.typed(0)).isEqualTo(new TypedVariant(DataTypes.parse("String"), "a"));
        assertThat(column.typed(2)).isNull();
        assertThat(column.get(4)).isEqualTo("b");
        assertThat(column.getLong(3)).isEqualTo(2);
        assertThat(column.getDouble(3)).isEqualTo(2.0);
        assertNoLong(column, "type String is not a number");
        assertThatThrownBy(() -> new VariantColumn(column.type(), new int[] {0}, column.members()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "Member Int32 of a column of type Variant(Int32, String) has 2 values, expected 1");
    }

    @Test
    void textsAreTheServers() {
        assertThat(Columns.of("Decimal(9, 2)", new BigDecimal("1.50")).getText(0))
                .isEqualTo("1.5");
        assertThat(Columns.of("Array(Nullable(String))", Arrays.asList("a'", null))
                        .getText(0))
                .isEqualTo("['a\\'',NULL]");
        assertThat(Columns.of("Variant(Int8, LowCardinality(FixedString(2)))", "a")
                        .getText(0))
                .isEqualTo("a\0");
        assertThat(Columns.of("Tuple(Dynamic, JSON)", List.of(7, Map.of("a", "b")))
                        .getText(0))
                .isEqualTo("(7,'{\"a\":\"b\"}')");
    }

    private static void assertNoLong(Column column, String problem) {
        assertThatThrownBy(() -> column.getLong(0))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(problem);
    }

    private static void assertNoDouble(Column column, String problem) {
        assertThatThrownBy(() -> column.getDouble(0))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(problem);
    }
}
