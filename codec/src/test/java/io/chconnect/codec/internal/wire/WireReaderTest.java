package io.chconnect.codec.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.ByteSource;
import io.chconnect.error.MalformedDataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireReaderTest {
    private static final int[] WINDOWS = {1, 3, 7, 8, 13, 1000, 1 << 24};

    @ParameterizedTest
    @CsvSource({
        "00, 0",
        "7f, 127",
        "8001, 128",
        "ff01, 255",
        "8080808008, 2147483648",
        "ffffffffffffffff7f, 9223372036854775807",
        "ffffffffffffffffff01, -1",
        "80808080808080808001, -9223372036854775808"
    })
    void aVarIntHasUpTo64Bits(String hex, long value) {
        WireReader in = reader(HexFormat.of().parseHex(hex + "2a"), 2);
        assertThat(in.readVarInt()).isEqualTo(value);
        assertThat(in.offset()).isEqualTo(hex.length() / 2);
        assertThat(in.readByte()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffffffffffffff02", "ffffffffffffffffffff01", "80808080808080808080"})
    void aVarIntOfMoreThan64BitsIsMalformed(String hex) {
        WireReader in = reader(HexFormat.of().parseHex(hex + "0000"), 5);
        assertThatThrownBy(in::readVarInt)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("a varint of more than 64 bits");
    }

    @Test
    void numbersAreLittleEndianInAnyWindow() {
        byte[] bytes = HexFormat.of().parseHex("ff" + "78563412" + "efcdab8967452301" + "feffffff");
        for (int window : WINDOWS) {
            WireReader in = reader(bytes, window);
            assertThat(in.readByte()).isEqualTo(255);
            assertThat(in.readInt()).isEqualTo(0x12345678);
            assertThat(in.readLong()).isEqualTo(0x0123456789abcdefL);
            assertThat(in.atEnd()).isFalse();
            assertThat(in.readInt()).isEqualTo(-2);
            assertThat(in.offset()).isEqualTo(17);
            assertThat(in.atEnd()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 500})
    void arraysAreReadInAnyWindow(int count) {
        byte[] all = random(count * 26 + 1);
        ByteBuffer bytes = littleEndian(all);
        for (int window : WINDOWS) {
            WireReader in = reader(all, window);
            bytes.clear();
            for (short value : in.readShorts(count)) {
                assertThat(value).isEqualTo(bytes.getShort());
            }
            for (int value : in.readInts(count)) {
                assertThat(value).isEqualTo(bytes.getInt());
            }
            for (long value : in.readLongs(count)) {
                assertThat(value).isEqualTo(bytes.getLong());
            }
            for (float value : in.readFloats(count)) {
                assertThat(Float.floatToRawIntBits(value)).isEqualTo(bytes.getInt());
            }
            for (double value : in.readDoubles(count)) {
                assertThat(Double.doubleToRawLongBits(value)).isEqualTo(bytes.getLong());
            }
            assertThat(in.offset()).isEqualTo(count * 26L);
        }
    }

    @Test
    void arraysBeyondTheTrustedSizeGrowAsDataArrive() {
        int width = WireLimits.TRUSTED_BYTES;
        byte[] all = random(2 * width + 24);
        ByteBuffer bytes = littleEndian(all);
        int count = bytes.capacity();
        assertThat(reader(all, 1 << 20).readBytes(count)).isEqualTo(all);
        short[] shorts = new short[count / 2];
        bytes.clear().asShortBuffer().get(shorts);
        assertThat(reader(all, 1 << 20).readShorts(shorts.length)).isEqualTo(shorts);
        int[] ints = new int[count / 4];
        bytes.asIntBuffer().get(ints);
        assertThat(reader(all, 1 << 20).readInts(ints.length)).isEqualTo(ints);
        long[] longs = new long[count / 8];
        bytes.asLongBuffer().get(longs);
        assertThat(reader(all, 1 << 20).readLongs(longs.length)).isEqualTo(longs);
        float[] floats = new float[count / 4];
        bytes.asFloatBuffer().get(floats);
        assertThat(reader(all, 1 << 20).readFloats(floats.length)).isEqualTo(floats);
        double[] doubles = new double[count / 8];
        bytes.asDoubleBuffer().get(doubles);
        assertThat(reader(all, 1 << 20).readDoubles(doubles.length)).isEqualTo(doubles);
    }

    @Test
    void valuesThatAreNotInTheDataAreBoundedForEachColumn() {
        WireReader in = reader(new byte[1000], 100);
        in.readBytes(500);
        in.enter("first");
        in.spendWithoutData(WireLimits.MAX_BYTES_WITHOUT_DATA - 1);
        in.enter("part");
        in.spendWithoutData(1);
        in.readBytes(7);
        in.spendWithoutData(7L * WireLimits.BYTES_WITHOUT_DATA_PER_BYTE);
        in.leave();
        in.leave();
        in.enter("second");
        in.spendWithoutData(WireLimits.MAX_BYTES_WITHOUT_DATA);
        assertThatThrownBy(() -> in.spendWithoutData(1))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("33554433 bytes of values that are not in the data: expected 0 to 33554432")
                .hasMessageContaining("second");
    }

    @Test
    void roomIsLeftBeforeBytes() {
        byte[] bytes = reader(new byte[] {1, 2, 3, 4}, 3).readBytes(2, 5);
        assertThat(bytes).containsExactly(0, 0, 1, 2, 3);
    }

    @Test
    void bytesAreReadIntoAPartOfAnArray() {
        byte[] target = {9, 9, 9, 9, 9};
        WireReader in = reader(new byte[] {1, 2, 3, 4}, 2);
        in.readBytes(target, 1, 3);
        assertThat(target).containsExactly(9, 1, 2, 3, 9);
        assertThat(in.readByte()).isEqualTo(4);
    }

    @Test
    void aNameIsUtf8() {
        assertThat(reader(new byte[] {3, 'a', (byte) 0xc3, (byte) 0xa9}, 2).readString())
                .isEqualTo("a\u00e9");
        assertThatThrownBy(() -> reader(new byte[] {2, 'a', (byte) 0xc3}, 5).readString())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("a name that is not UTF-8")
                .hasCauseInstanceOf(java.nio.charset.CharacterCodingException.class);
        assertThatThrownBy(
                        () -> reader(HexFormat.of().parseHex("8180800800"), 5).readString())
                .hasMessageContaining("16777217 bytes of a name: expected 0 to 16777216");
    }

    @Test
    void aCountIsWithinItsLimit() {
        WireReader in = reader(HexFormat.of().parseHex("0500000000000000" + "ffffffffffffffff" + "06"), 4);
        assertThat(in.readLongCount("rows", 5)).isEqualTo(5);
        assertThatThrownBy(() -> in.readLongCount("rows", 5))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("18446744073709551615 rows: expected 0 to 5");
        assertThatThrownBy(() -> in.readCount("rows", 5)).hasMessageContaining("6 rows: expected 0 to 5");
        assertThat(in.checkCount(0, "rows", 0)).isZero();
    }

    @Test
    void anIndexIsWithinWhatItPointsInto() {
        WireReader in = reader(new byte[1], 1);
        assertThat(in.checkIndex(0, 1, "values")).isZero();
        assertThat(in.checkIndex(2, 3, "values")).isEqualTo(2);
        assertThatThrownBy(() -> in.checkIndex(3, 3, "values")).hasMessageContaining("index 3 into 3 values");
        assertThatThrownBy(() -> in.checkIndex(-1, 3, "values")).hasMessageContaining("index 4294967295 into 3 values");
    }

    @Test
    void anErrorSaysWhere() {
        WireReader in = reader(new byte[] {1, 2, 3}, 2);
        in.enter("column 1 \"x\"");
        in.enter("Array");
        in.readByte();
        in.leave();
        in.enter("Map");
        in.readByte();
        assertThat(in.malformed("a problem")).satisfies(e -> {
            assertThat(e.offset()).isEqualTo(2);
            assertThat(e.path()).isEqualTo("column 1 \"x\" > Map");
            assertThat(e.endOfData()).isFalse();
        });
        assertThatThrownBy(in::readInt)
                .isInstanceOfSatisfying(MalformedDataException.class, e -> {
                    assertThat(e.offset()).isEqualTo(3);
                    assertThat(e.endOfData()).isTrue();
                })
                .hasMessageContaining("ends in the middle");
    }

    @Test
    void depthIsBounded() {
        WireReader in = reader(new byte[1], 1);
        for (int i = 0; i < WireLimits.MAX_DEPTH; i++) {
            in.enter("Array");
        }
        assertThatThrownBy(() -> in.enter("Array"))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("more than 1000 values within each other");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static WireReader reader(byte[] bytes, int window) {
        int[] position = {0};
        ByteSource source = () -> {
            int from = position[0];
            if (from >= bytes.length) {
                return null;
            }
            position[0] = (int) Math.min(bytes.length, (long) from + window);
            return ByteBuffer.wrap(bytes, from, position[0] - from);
        };
        return new WireReader(source);
    }
}
