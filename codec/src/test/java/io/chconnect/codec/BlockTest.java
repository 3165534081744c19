package io.chconnect.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.column.Column;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.MalformedDataException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.AggregateFunctionType;
import io.chconnect.types.DataTypes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks: their columns by name and place, and how they are read and written one after the other. */
class BlockTest {
    @Test
    void columnsAreFoundByNameAndPlace() {
        Column first = Columns.of("Int32", 1, 2);
        Column second = Columns.of("String", "a", "b");
        Block block = new Block(List.of("x", "y", "x"), List.of(first, second, first));
        assertThat(block.rowCount()).isEqualTo(2);
        assertThat(block.columnCount()).isEqualTo(3);
        assertThat(block.names()).containsExactly("x", "y", "x");
        assertThat(block.columns()).containsExactly(first, second, first);
        assertThat(block.column(1)).isSameAs(second);
        assertThat(block.column("y")).isSameAs(second);
        assertThat(block.index("x")).isZero();
        assertThatThrownBy(() -> block.column("Y"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("No column \"Y\": the columns are [x, y, x]");
        for (int place : new int[] {-1, 3}) {
            assertThatThrownBy(() -> block.column(place))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("No column " + place + ": there are 3 columns");
        }
        assertThat(new Block(List.of(), List.of()).rowCount()).isZero();
    }

    @Test
    void columnsOfABlockHaveTheSameLength() {
        assertThatThrownBy(() -> new Block(List.of("x", "y"), List.of(Columns.of("Int8", 1), Columns.of("Int8", 1, 2))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Column \"y\" has 2 rows, expected 1 as in \"x\"");
        assertThatThrownBy(() -> new Block(List.of("x", "y"), List.of(Columns.of("Int8", 1))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2 names for 1 columns");
    }

    @Test
    void blocksAreReadUntilTheEnd() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BlockWriter writer = new BlockWriter(out::write);
        writer.write(new Block(List.of("x"), List.of(Columns.of("Int8", 1))));
        int first = out.size();
        writer.write(new Block(List.of("x"), List.of(Columns.of("Int8"))));
        writer.write(new Block(List.of("x", "y"), List.of(Columns.of("Int8", 2), Columns.of("String", "a"))));

        BlockReader reader = reader(out.toByteArray(), ProtocolRevision.NONE);
        assertThat(Objects.requireNonNull(reader.read()).column(0).asBytes()).containsExactly(1);
        assertThat(reader.offset()).isEqualTo(first);
        assertThat(Objects.requireNonNull(reader.read()).rowCount()).isZero();
        assertThat(Objects.requireNonNull(reader.read()).column("y").toStrings())
                .containsExactly("a");
        assertThat(reader.read()).isNull();
        assertThat(reader.offset()).isEqualTo(out.size());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 01 01 01 78 05 55 49 6e 74 38 07",
        "54405, 00 01 01 01 78 05 55 49 6e 74 38 07",
        "54405, 01 00 02 ff ff ff ff 00 01 01 01 78 05 55 49 6e 74 38 07",
        "54405, 02 05 00 00 00 01 01 00 01 01 01 78 05 55 49 6e 74 38 07",
        "54453, 00 01 01 01 78 05 55 49 6e 74 38 07",
        "54454, 00 01 01 01 78 05 55 49 6e 74 38 00 07",
        "54454, 00 01 01 01 78 05 55 49 6e 74 38 01 00 07",
        "54480, 03 02 05 00 00 00 06 00 00 00 00 01 01 01 78 05 55 49 6e 74 38 00 07"
    })
    void theRevisionSaysWhatStandsBeforeTheData(int revision, String hex) {
        BlockReader reader = reader(HexFormat.ofDelimiter(" ").parseHex(hex), revision);
        assertThat(Objects.requireNonNull(reader.read()).column("x").toLongs()).containsExactly(7);
        assertThat(reader.read()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 81 89 7a 01, 2000001 columns: expected 0 to 1000000",
        "0, 01 81 80 80 80 04, 1073741825 rows: expected 0 to 1073741824",
        "54405, 04 01, block info field 4: expected 0 to 3",
        "0, 01 01 01 ff, a name that is not UTF-8"
    })
    void headersThatLieAreMalformed(int revision, String hex, String problem) {
        assertThatThrownBy(() -> reader(HexFormat.ofDelimiter(" ").parseHex(hex), revision)
                        .read())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void anErrorNamesTheColumn() {
        byte[] unknown = HexFormat.ofDelimiter(" ").parseHex("02 01 01 61 04 49 6e 74 38 07 01 62 03 46 6f 6f 07");
        assertThatThrownBy(() -> reader(unknown, 0).read())
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("Column \"b\" has type Foo, which is not supported");
        byte[] cut = HexFormat.ofDelimiter(" ").parseHex("02 01 01 61 04 49 6e 74 38 07 01 62 04 49 6e 74 38");
        assertThatThrownBy(() -> reader(cut, 0).read())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("column 2 \"b\"");
    }

    @Test
    void statesOfAggregateFunctionsSayTheWayOut() {
        assertThatThrownBy(() -> new BlockBuilder(
                        List.of("s"), List.of(DataTypes.parse("AggregateFunction(sum, Int64)")), Columns.ZONE, 1))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("\"s\"")
                .hasMessageContaining("-Merge")
                .hasMessageContaining("finalizeAggregation");
        assertThat(DataTypes.parse("AggregateFunction(sum, Int64)")).isInstanceOf(AggregateFunctionType.class);
    }

    @Test
    void binaryTypesAreRead() {
        byte[] block = HexFormat.ofDelimiter(" ")
                .parseHex("01 02 01 78 1e 01 01" + " 00".repeat(7) + " 01" + " 00".repeat(7) + " 07");
        BlockReader reader = BlockReader.withBinaryTypes(ByteSource.of(block), Columns.ZONE);
        Column column = Objects.requireNonNull(reader.read()).column("x");
        assertThat(column.type().name()).isEqualTo("Array(UInt8)");
        assertThat(column.toObjects()).containsExactly(List.of((short) 7), List.of());
    }

    @Test
    void theZoneIsThatOfTheReader() {
        byte[] block = Columns.write(Columns.of("DateTime", "2026-07-01 12:00:00"));
        Column column = Objects.requireNonNull(new BlockReader(ByteSource.of(block), 0, ZoneId.of("Asia/Tokyo")).read())
                .column(0);
        assertThat(column.getText(0)).isEqualTo("2026-07-01 19:00:00");
    }

    @Test
    void aSourceOfOneArrayHandsItOutOnce() {
        ByteSource source = ByteSource.of(new byte[] {1, 2});
        assertThat(source.next()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
        assertThat(source.next()).isNull();
        assertThat(ByteSource.of(new byte[0]).next()).isNull();
    }

    @Test
    void primitiveArraysAreTakenAsTheyAre() {
        byte[] bytes = {0, 127};
        short[] shorts = {0, 32767};
        int[] ints = {1, 2};
        long[] longs = {1, 2};
        float[] floats = {1, 2};
        double[] doubles = {1, 2};
        for (String sign : List.of("", "U")) {
            assertThat(column(sign + "Int8", bytes).asBytes()).isSameAs(bytes);
            assertThat(column(sign + "Int16", shorts).asShorts()).isSameAs(shorts);
            assertThat(column(sign + "Int32", ints).asInts()).isSameAs(ints);
            assertThat(column(sign + "Int64", longs).asLongs()).isSameAs(longs);
        }
        assertThat(column("Float32", floats).asFloats()).isSameAs(floats);
        assertThat(column("Float64", doubles).asDoubles()).isSameAs(doubles);
        assertThat(column("DateTime", ints).asInts()).isSameAs(ints);
        assertThat(column("DateTime('UTC')", ints).getText(1)).isEqualTo("1970-01-01 00:00:02");
        assertThat(column("DateTime64(3)", longs).asLongs()).isSameAs(longs);
        Column nullable = column("Nullable(Int32)", ints);
        assertThat(nullable.asInts()).isSameAs(ints);
        assertThat(nullable.isNull(0)).isFalse();
        assertThat(nullable.type().name()).isEqualTo("Nullable(Int32)");
    }

    @Test
    void arraysOfZerosAreTakenAsTheyAre() {
        byte[] bytes = {0};
        short[] shorts = {0};
        int[] ints = {0};
        long[] longs = {0};
        assertThat(column("UInt8", bytes).asBytes()).isSameAs(bytes);
        assertThat(column("UInt16", shorts).asShorts()).isSameAs(shorts);
        assertThat(column("UInt32", ints).asInts()).isSameAs(ints);
        assertThat(column("UInt64", longs).asLongs()).isSameAs(longs);
        assertThat(column("UInt8", new byte[] {7}).getLong(0)).isEqualTo(7);
        assertThat(column("Int8", new byte[] {-7}).get(0)).isEqualTo((byte) -7);
    }

    @Test
    void otherArraysAreConverted() {
        assertThat(column("Int64", new int[] {1, -2}).asLongs()).containsExactly(1, -2);
        assertThat(column("Int8", new long[] {1, -2}).asBytes()).containsExactly(1, -2);
        assertThat(column("Float64", new float[] {0.5f}).asDoubles()).containsExactly(0.5);
        assertThat(column("Nullable(Int8)", new int[] {1}).asBytes()).containsExactly(1);
        assertThat(column("Nullable(Int8)", Arrays.asList(1, null)).toObjects()).containsExactly((byte) 1, null);
        assertThat(column("String", new String[] {"a", "b"}).toStrings()).containsExactly("a", "b");
        assertThat(column("Int64", Columns.of("Int8", 7)).asLongs()).containsExactly(7);
        assertThat(column("Nullable(Int64)", Columns.of("Nullable(Int8)", null, 7))
                        .toObjects())
                .containsExactly(null, 7L);
        Column same = Columns.of("Int8", 7);
        assertThat(column("Int8", same)).isSameAs(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UInt8", "UInt16", "UInt32", "UInt64", "DateTime"})
    void negativeNumbersAreNoUnsignedOnes(String type) {
        Object values = switch (type) {
            case "UInt8" -> new byte[] {1, -1, 1};
            case "UInt16" -> new short[] {1, -1, 1};
            case "UInt64" -> new long[] {1, -1, 1};
            default -> new int[] {1, -1, 1};
        };
        assertThatThrownBy(() -> column(type, values))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(type.equals("DateTime") ? "Row 0" : "Row 1");
    }

    @Test
    void onlyArraysCollectionsAndColumnsAreColumns() {
        assertThatThrownBy(() -> column("Int8", 7))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("expected an array, a Collection or a Column");
        assertThatThrownBy(() -> column("Int8", Arrays.asList(1, null)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Row 1: NULL in a column that is not nullable");
    }

    @Test
    void aBuilderChecksItsRows() {
        assertThatThrownBy(() -> new BlockBuilder(List.of("a"), List.of(), Columns.ZONE, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 names for 0 types");
        BlockBuilder builder = new BlockBuilder(
                List.of("a", "b"), List.of(DataTypes.parse("Int8"), DataTypes.parse("Int8")), Columns.ZONE, 1);
        assertThatThrownBy(() -> builder.appendRow(List.of(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Row 0 has 1 values, expected 2 as in [a, b]");
        builder.append(0, 7);
        builder.forgetUnfinishedRow();
        builder.appendRow(List.of(1, 2));
        assertThat(builder.rowCount()).isEqualTo(1);
        assertThat(builder.byteSize()).isEqualTo(2);
        assertThat(builder.build().column("b").asBytes()).containsExactly(2);
    }

    private static Column column(String type, Object values) {
        return new ColumnFactory(Columns.ZONE).column(DataTypes.parse(type), values);
    }

    private static BlockReader reader(byte[] bytes, int revision) {
        return new BlockReader(ByteSource.of(bytes), revision, Columns.ZONE);
    }
}
