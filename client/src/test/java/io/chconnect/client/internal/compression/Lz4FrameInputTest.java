package io.chconnect.client.internal.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import org.junit.jupiter.api.Test;

class Lz4FrameInputTest {
    /** Three rows of {@code 1} as ClickHouse 26.7 sends them: linked blocks. */
    private static final byte[] SERVER = HexFormat.of().parseHex("04224d1840507706000080310a310a310a00000000");

    private static byte[] unpack(byte[] packed) throws IOException {
        return new Lz4FrameInput(new ByteArrayInputStream(packed)).readAllBytes();
    }

    private static byte[] pack(byte[] bytes, FLG.Bits... flags) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new LZ4FrameOutputStream(out, BLOCKSIZE.SIZE_64KB, flags)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void theServersFrameIsRead() throws IOException {
        assertThat(unpack(SERVER)).asString().isEqualTo("1\n1\n1\n");
    }

    @Test
    void framesFollowEachOther() throws IOException {
        byte[] twice = Arrays.copyOf(SERVER, 2 * SERVER.length);
        System.arraycopy(SERVER, 0, twice, SERVER.length, SERVER.length);

        assertThat(unpack(twice)).asString().isEqualTo("1\n1\n1\n1\n1\n1\n");
        assertThat(unpack(new byte[0])).isEmpty();
    }

    @Test
    void bytesOfAnyLengthAndKindComeBack() throws IOException {
        Random random = new Random(11);
        for (int length : new int[] {0, 1, 12, 65_536, 65_537, 400_000}) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            byte[] repeated = new byte[length];
            for (int i = 0; i < length; i++) {
                repeated[i] = (byte) (i % 7 * (i / 1000));
            }
            for (byte[] bytes : new byte[][] {noise, repeated}) {
                assertThat(unpack(pack(bytes, FLG.Bits.BLOCK_INDEPENDENCE))).isEqualTo(bytes);
                assertThat(unpack(pack(
                                bytes,
                                FLG.Bits.BLOCK_INDEPENDENCE,
                                FLG.Bits.BLOCK_CHECKSUM,
                                FLG.Bits.CONTENT_CHECKSUM)))
                        .isEqualTo(bytes);
            }
        }
    }

    @Test
    void everyCutIsAnError() {
        for (int length = 1; length < SERVER.length; length++) {
            byte[] cut = Arrays.copyOf(SERVER, length);

            assertThatThrownBy(() -> unpack(cut)).as("cut at " + length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void brokenFramesAreErrorsAndNothingElse() throws IOException {
        Random random = new Random(13);
        byte[] text = "abcabcabcabc0123456789".repeat(50).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] packed = pack(text, FLG.Bits.BLOCK_INDEPENDENCE);
        int failures = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] broken = packed.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                unpack(broken);
            } catch (IOException e) {
                failures++;
            }
        }
        assertThat(failures).isPositive();
    }
}
