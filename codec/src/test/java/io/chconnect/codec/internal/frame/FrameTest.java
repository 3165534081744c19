package io.chconnect.codec.internal.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.ByteSource;
import io.chconnect.error.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    /** {@code SELECT number FROM numbers(3) FORMAT RowBinary} with {@code compress=1}, as ClickHouse 26.7 sends it. */
    private static final byte[] SERVER_FRAME = HexFormat.of()
            .parseHex("3978bab133525ec8db75dc8011447830821a000000180000001300010013010800800200000000000000");

    @Test
    void theServersFrameIsRead() {
        byte[] bytes = unpack(SERVER_FRAME);

        assertThat(bytes).hasSize(24);
        assertThat(bytes[8]).isEqualTo((byte) 1);
        assertThat(bytes[16]).isEqualTo((byte) 2);
    }

    @ParameterizedTest
    @EnumSource(FrameMethod.class)
    void bytesOfAnyLengthComeBack(FrameMethod method) {
        for (int length : new int[] {0, 1, 15, 16, 17, 1000, 1 << 20, (1 << 20) + 1, 3_000_000}) {
            byte[] bytes = bytes(length);

            assertThat(unpack(pack(bytes, method))).isEqualTo(bytes);
        }
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @EnumSource(FrameMethod.class)
    void everyCutIsAnError(FrameMethod method) {
        byte[] packed = pack(bytes(100), method);

        for (int length = 1; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> unpack(cut))
                    .isInstanceOfSatisfying(
                            MalformedDataException.class,
                            e -> assertThat(e.endOfData()).isTrue());
        }
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @EnumSource(FrameMethod.class)
    void everyFlippedBitIsAnError(FrameMethod method) {
        byte[] packed = pack(bytes(40), method);

        for (int bit = 0; bit < packed.length * Byte.SIZE; bit++) {
            byte[] damaged = packed.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertThatThrownBy(() -> unpack(damaged))
                    .isInstanceOf(MalformedDataException.class)
                    .hasMessageContaining("compressed frame");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 256 << 20 | 1, -1})
    void sizesThatLieAreRefusedBeforeMemoryIsTaken(int size) {
        byte[] packed = pack(bytes(40), FrameMethod.NONE);
        FrameReader.putInt(packed, 17, size);

        assertThatThrownBy(() -> unpack(packed)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void dataThatUnpacksToLessThanPromisedIsRefused() {
        byte[] packed = pack(bytes(40), FrameMethod.LZ4);
        FrameReader.putInt(packed, 21, 41);
        CityHash128 hash = new CityHash128();
        hash.update(packed, 16, packed.length - 16);
        ByteBuffer.wrap(packed)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putLong(hash.low())
                .putLong(hash.high());

        assertThatThrownBy(() -> unpack(packed))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("does not unpack to the 41 bytes");
    }

    @ParameterizedTest
    @EnumSource(FrameMethod.class)
    void aHeaderThatPromisesMoreThanItsDataCanHoldIsRefused(FrameMethod method) {
        byte[] packed = pack(bytes(40), method);
        FrameReader.putInt(packed, 21, 256 << 20);
        CityHash128 hash = new CityHash128();
        hash.update(packed, 16, packed.length - 16);
        ByteBuffer.wrap(packed)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putLong(hash.low())
                .putLong(hash.high());

        assertThatThrownBy(() -> unpack(packed))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("268435456 bytes of an unpacked frame");
    }

    @ParameterizedTest
    @EnumSource(FrameMethod.class)
    void dataThatPackBestComeBack(FrameMethod method) {
        byte[] zeros = new byte[64 << 20];
        byte[] packed = new byte[method.maxCompressedLength(zeros.length)];
        int length = method.compress(zeros, zeros.length, packed, 0);

        assertThat(method.maxUnpackedLength(length)).isGreaterThanOrEqualTo(zeros.length);
        assertThat(length).isGreaterThan(0);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        Arrays.fill(bytes, 0, length / 2, (byte) 'x');
        return bytes;
    }

    private static byte[] pack(byte[] bytes, FrameMethod method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(out::write, method);
        writer.write(bytes, 0, bytes.length / 3);
        writer.write(bytes, bytes.length / 3, bytes.length - bytes.length / 3);
        writer.flush();
        return out.toByteArray();
    }

    private static byte[] unpack(byte[] packed) {
        FrameReader reader = new FrameReader(ByteSource.of(packed));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (ByteBuffer window = reader.next(); window != null; window = reader.next()) {
            byte[] piece = new byte[window.remaining()];
            window.get(piece);
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
