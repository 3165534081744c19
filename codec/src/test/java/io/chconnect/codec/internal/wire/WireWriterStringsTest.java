package io.chconnect.codec.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.codec.ByteSource;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireWriterStringsTest {
    @Test
    void stringsOfAnyLengthAreWrittenWhole() {
        Random random = new Random(20261124);
        int[] lengths = {0, 1, 7, 8, 9, 126, 127, 128, 129, 5000, 200_000};
        for (int count : new int[] {0, 1, 2, 5000}) {
            int[] offsets = new int[count + 1];
            for (int i = 0; i < count; i++) {
                int length = random.nextInt(100) == 0 ? lengths[random.nextInt(lengths.length)] : i % 30;
                offsets[i + 1] = offsets[i] + length;
            }
            byte[] bytes = new byte[offsets[count]];
            random.nextBytes(bytes);
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            WireWriter out = new WireWriter(wire::write);

            out.writeStrings(bytes, offsets, count);
            out.writeInt(-1);
            out.flush();

            WireReader in = new WireReader(ByteSource.of(wire.toByteArray()));
            for (int i = 0; i < count; i++) {
                int length = in.readCount("bytes", Integer.MAX_VALUE);
                assertThat(in.readBytes(length)).isEqualTo(Arrays.copyOfRange(bytes, offsets[i], offsets[i + 1]));
            }
            assertThat(in.readInt()).isEqualTo(-1);
            assertThat(in.atEnd()).isTrue();
        }
    }
}
