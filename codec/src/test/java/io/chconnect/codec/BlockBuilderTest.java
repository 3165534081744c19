package io.chconnect.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockBuilderTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void aRowThatDoesNotFitLeavesTheOthersAlone() {
        BlockBuilder builder = builder(
                "UInt8",
                "String",
                "Nullable(Int64)",
                "Array(Nullable(Int32))",
                "Map(String, UInt8)",
                "Tuple(a UInt8, b String)",
                "LowCardinality(Nullable(String))",
                "FixedString(2)",
                "Float32",
                "Int16");
        List<Object> first = row(1);
        List<Object> second = row(2);
        builder.appendRow(first);
        for (int wrong = 0; wrong < first.size(); wrong++) {
            List<Object> broken = Arrays.asList(row(9).toArray());
            broken.set(2, null);
            broken.set(6, null);
            broken.set(wrong, new Object());
            assertThatThrownBy(() -> builder.appendRow(broken))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("\"c" + wrong + "\", row 1");
        }
        assertThatThrownBy(() -> builder.appendRow(halfAnArray())).isInstanceOf(ConversionException.class);
        builder.appendRow(second);
        Block block = builder.build();

        assertThat(block.rowCount()).isEqualTo(2);
        assertThat(block.column("c3").toObjects())
                .containsExactly(Arrays.asList(1, null, 3), Arrays.asList(2, null, 3));
        assertThat(block.column("c4").toObjects()).containsExactly(Map.of("k", (short) 1), Map.of("k", (short) 2));
        assertThat(block.column("c2").toLongs()).containsExactly(1, 2);
        assertThat(block.column("c2").isNull(1)).isFalse();
        assertThat(block.column("c6").toStrings()).containsExactly("lc1", "lc2");
        assertThat(block.column("c9").toLongs()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({"UInt8,1", "Int16,2", "Float32,4", "Int64,8", "FixedString(3),3", "Nullable(UInt8),2"})
    void theSizeInBytesIsKnownWhileBuilding(String type, int bytesOfRow) {
        BlockBuilder builder = builder(type);
        IntStream.range(0, 100).forEach(i -> builder.appendRow(List.of(type.startsWith("Fixed") ? "abc" : i)));
        assertThat(builder.byteSize()).isEqualTo(100L * bytesOfRow);
    }

    @Test
    void aLongTextCountsWithItsBytes() {
        BlockBuilder builder = builder("String");
        builder.appendRow(List.of("x".repeat(1_000_000)));
        assertThat(builder.byteSize()).isBetween(1_000_000L, 1_000_010L);
    }

    @ParameterizedTest
    @CsvSource({"UInt8,256", "Int8,-129", "UInt16,65536", "UInt32,-1", "Int32,5000000000", "UInt64,-1"})
    void aNumberOutOfRangeIsRefusedAlsoWithoutABox(String type, long value) {
        BlockBuilder builder = builder(type);
        assertThatThrownBy(() -> builder.appendLong(0, value))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"c0\", row 0")
                .hasMessageContaining(Long.toString(value));
    }

    @Test
    void aDoubleThatIsNoFloatIsRefusedAlsoWithoutABox() {
        BlockBuilder builder = builder("Float32");
        builder.appendDouble(0, 1.5);
        builder.finishRow();
        builder.appendDouble(0, Double.NaN);
        builder.finishRow();
        assertThatThrownBy(() -> builder.appendDouble(0, Math.PI)).isInstanceOf(ConversionException.class);
        assertThat(builder.build().column(0).asFloats()).containsExactly(1.5f, Float.NaN);
    }

    private static List<Object> row(int n) {
        return List.of(
                n,
                "text" + n,
                n,
                Arrays.asList(n, null, 3),
                Map.of("k", n),
                List.of(n, "b"),
                "lc" + n,
                "ab",
                n + 0.5f,
                n);
    }

    private static List<Object> halfAnArray() {
        List<Object> row = Arrays.asList(row(3).toArray());
        row.set(3, Arrays.asList(1, 2, "three"));
        return row;
    }

    private static BlockBuilder builder(String... types) {
        List<DataType> parsed = Stream.of(types).map(DataTypes::parse).toList();
        List<String> names =
                IntStream.range(0, types.length).mapToObj(i -> "c" + i).toList();
        return new BlockBuilder(names, parsed, UTC, 16);
    }
}
