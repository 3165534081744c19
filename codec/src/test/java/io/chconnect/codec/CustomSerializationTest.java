package io.chconnect.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.internal.frame.FrameMethod;
import io.chconnect.codec.internal.frame.FrameWriter;
import io.chconnect.error.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encodings that only the native protocol has, as {@code NativeWriter} of ClickHouse lays them out. */
class CustomSerializationTest {
    private static final int REVISION = 54483;
    private static final String END_2 = "82 80 80 80 80 80 80 80 40";
    private static final String END_1 = "81 80 80 80 80 80 80 80 40";

    @Test
    void sparseValuesAreSpread() {
        assertThat(read(5, "UInt8", "01 01 01 00 " + END_2 + " 07 09"))
                .containsExactly((short) 0, (short) 7, (short) 9, (short) 0, (short) 0);
        assertThat(read(2, "String", "01 01 " + END_2)).containsExactly("", "");
        assertThat(read(3, "Nullable(UInt8)", "01 01 01 " + END_1 + " 00")).containsExactly(null, (short) 0, null);
    }

    @Test
    void eachElementOfATupleHasItsOwnEncoding() {
        assertThat(read(2, "Tuple(UInt8, UInt8)", "01 00 00 01 05 06 01 " + "80 80 80 80 80 80 80 80 40" + " 08"))
                .containsExactly(List.of((short) 5, (short) 0), List.of((short) 6, (short) 8));
    }

    @Test
    void replicatedValuesStandForAllTheirRows() {
        assertThat(read(3, "String", "01 04 03 01 00 01 00 02 01 61 01 62")).containsExactly("a", "b", "a");
        assertThat(read(
                        2,
                        "LowCardinality(String)",
                        "01 05 02 00 03 01 00 00 00 00 00 00 00 02 01 00 00 01"
                                + " 00 06 00 00 00 00 00 00 02 00 00 00 00 00 00 00 00 01 61"
                                + " 01 00 00 00 00 00 00 00 01"))
                .containsExactly("a", "a");
    }

    @Test
    void aDetachedColumnIsUnpacked() {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(frame::write, FrameMethod.LZ4);
        writer.write(new byte[] {1, 2, 3}, 0, 3);
        writer.flush();
        String length = HexFormat.of().toHexDigits((byte) frame.size());
        String packed = HexFormat.ofDelimiter(" ").formatHex(frame.toByteArray());
        assertThat(read(3, "UInt8", "01 02 " + length + " " + packed)).containsExactly((short) 1, (short) 2, (short) 3);
    }

    @ParameterizedTest
    @CsvSource({
        "3, UInt8, 01 07, serialization of kind 7",
        "3, UInt8, 01 01 05, 5 default values",
        "3, UInt8, 01 01 82 80 80 80 80 80 80 80 40, 2 values: expected 3",
        "3, UInt8, 01 04 02 01 00 00, 2 indexes for 3 rows",
        "3, UInt8, 01 04 03 03, indexes of 3 bytes",
        "3, UInt8, 01 04 03 01 00 01 02 01 07, index 1 into 1 values",
        "1000000000, UInt8, 01 01, rows",
        "4000000, FixedString(100000), 01 01 80 92 f4 81 80 80 80 80 40, bytes of values that are not in the data",
        "3, 'QBit(Float32, 2147483647)', 01 01 83 80 80 80 80 80 80 80 40, bytes of values that are not in the data"
    })
    void whatDoesNotFitIsAnError(int rows, String type, String bytes, String problem) {
        assertThatThrownBy(() -> read(rows, type, bytes))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("column 1 \"x\"");
    }

    @Test
    void blockInfoMayListDelayedBuckets() {
        byte[] block =
                HexFormat.ofDelimiter(" ").parseHex("01 00 02 ff ff ff ff 03 02 01 00 00 00 02 00 00 00 00 00 00");
        assertThat(reader(block).read())
                .isNotNull()
                .extracting(Block::columnCount)
                .isEqualTo(0);
    }

    private static Object[] read(int rows, String type, String bytes) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        byte[] header = HexFormat.ofDelimiter(" ").parseHex("01 00 02 ff ff ff ff 00 01");
        block.writeBytes(header);
        for (int rest = rows; ; rest >>>= 7) {
            block.write(rest > 0x7F ? (rest & 0x7F) | 0x80 : rest);
            if (rest <= 0x7F) {
                break;
            }
        }
        block.writeBytes(new byte[] {1, 'x', (byte) type.length()});
        block.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        block.writeBytes(HexFormat.ofDelimiter(" ").parseHex(bytes));
        BlockReader reader = reader(block.toByteArray());
        Block read = reader.read();
        assertThat(reader.read()).isNull();
        return Objects.requireNonNull(read).column("x").toObjects();
    }

    private static BlockReader reader(byte[] bytes) {
        return new BlockReader(ByteSource.of(bytes), REVISION, ZoneId.of("UTC"));
    }
}
