package io.chconnect.codec.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.codec.ByteSource;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "127, 7f",
        "128, 8001",
        "16383, ff7f",
        "16384, 808001",
        "9223372036854775807, ffffffffffffffff7f",
        "-1, ffffffffffffffffff01"
    })
    void varInts(long value, String hex) {
        WireWriter writer = new WireWriter(out::write, 64);
        writer.writeVarInt(value);
        writer.flush();
        assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo(hex);
        assertThat(new WireReader(ByteSource.of(out.toByteArray())).readVarInt())
                .isEqualTo(value);
    }

    @Test
    void numbersAndTextsAreLittleEndianWithLengths() {
        WireWriter writer = new WireWriter(out::write);
        writer.writeByte(0x1ff);
        writer.writeInt(0x12345678);
        writer.writeLong(0x0123456789abcdefL);
        writer.writeString("a\u00e9");
        assertThat(out.size()).isZero();
        writer.flush();
        assertThat(HexFormat.of().formatHex(out.toByteArray()))
                .isEqualTo("ff" + "78563412" + "efcdab8967452301" + "03" + "61c3a9");
        writer.flush();
        assertThat(out.size()).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(ints = {130, 131, 137, 144, 1000, 100_000})
    void everyBufferGivesTheSameBytes(int buffer) {
        int count = 300;
        ByteBuffer expected =
                ByteBuffer.allocate(count * 26 + count + count + 4 + 4).order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(buffer);
        short[] shorts = new short[count];
        int[] ints = new int[count];
        long[] longs = new long[count];
        float[] floats = new float[count];
        double[] doubles = new double[count];
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            shorts[i] = (short) random.nextInt();
            ints[i] = random.nextInt();
            longs[i] = random.nextLong();
            floats[i] = random.nextFloat();
            doubles[i] = random.nextDouble();
            bytes[i] = (byte) random.nextInt();
        }
        WireWriter writer = new WireWriter(out::write, buffer);
        writer.writeShorts(shorts);
        writer.writeInts(ints);
        writer.writeLongs(longs);
        writer.writeFloats(floats);
        writer.writeDoubles(doubles);
        writer.writeBytes(bytes, 0, count);
        for (int i = 0; i < count; i++) {
            writer.writeByte(i);
        }
        writer.writeBytes(bytes, 3, 4);
        writer.writeInt(7);
        writer.flush();

        for (short value : shorts) {
            expected.putShort(value);
        }
        for (int value : ints) {
            expected.putInt(value);
        }
        for (long value : longs) {
            expected.putLong(value);
        }
        for (float value : floats) {
            expected.putFloat(value);
        }
        for (double value : doubles) {
            expected.putDouble(value);
        }
        expected.put(bytes);
        for (int i = 0; i < count; i++) {
            expected.put((byte) i);
        }
        expected.put(bytes, 3, 4).putInt(7);
        assertThat(out.toByteArray()).isEqualTo(expected.array());
    }

    @Test
    void stringsOfAnyLengthPassABufferOfAnySize() {
        int[] lengths = {0, 1, 7, 8, 9, 126, 127, 128, 129, 300, 0, 5, 127, 2000, 3};
        byte[] bytes = new byte[Arrays.stream(lengths).sum()];
        new Random(1).nextBytes(bytes);
        int[] offsets = new int[lengths.length + 1];
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        WireWriter lengthsAndBytes = new WireWriter(expected::write);
        for (int i = 0; i < lengths.length; i++) {
            offsets[i + 1] = offsets[i] + lengths[i];
            lengthsAndBytes.writeVarInt(lengths[i]);
            lengthsAndBytes.writeBytes(bytes, offsets[i], lengths[i]);
        }
        lengthsAndBytes.flush();
        for (int buffer : new int[] {129, 130, 200, 1000, 100_000}) {
            out.reset();
            WireWriter writer = new WireWriter(out::write, buffer);
            writer.writeStrings(bytes, offsets, lengths.length);
            writer.flush();
            assertThat(out.toByteArray()).as("buffer %d", buffer).isEqualTo(expected.toByteArray());
        }
    }
}
