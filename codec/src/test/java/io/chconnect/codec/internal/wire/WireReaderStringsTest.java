package io.chconnect.codec.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.codec.ByteSource;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireReaderStringsTest {
    private static final int[] LENGTHS = {0, 1, 7, 8, 9, 15, 16, 126, 127, 128, 129, 1000, 40_000};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 130, 4096, 1 << 20})
    void heapWindowsOfAnySize(int windowBytes) {
        check(windowBytes, ByteBuffer::wrap);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 130, 4096, 1 << 20})
    void directWindowsOfAnySize(int windowBytes) {
        check(
                windowBytes,
                bytes -> ByteBuffer.allocateDirect(bytes.length).put(bytes).flip());
    }

    @ParameterizedTest
    @ValueSource(ints = {130, 4096})
    void heapWindowsInTheMiddleOfAnArray(int windowBytes) {
        check(windowBytes, bytes -> {
            byte[] larger = new byte[bytes.length + 20];
            System.arraycopy(bytes, 0, larger, 13, bytes.length);
            return ByteBuffer.wrap(larger, 3, bytes.length + 10).slice().position(10);
        });
    }

    private static void check(int windowBytes, Function<byte[], ByteBuffer> window) {
        Random random = new Random(20261124);
        for (int count : new int[] {1, 3, 1000}) {
            List<byte[]> strings = new ArrayList<>();
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            WireWriter out = new WireWriter(wire::write);
            for (int i = 0; i < count; i++) {
                byte[] string = new byte[random.nextInt(10) == 0 ? LENGTHS[random.nextInt(LENGTHS.length)] : i % 20];
                random.nextBytes(string);
                strings.add(string);
                out.writeVarInt(string.length);
                out.writeBytes(string, 0, string.length);
            }
            out.writeInt(0x01020304);
            out.flush();
            WireReader in = new WireReader(source(wire.toByteArray(), windowBytes, window));

            List<byte[]> read = in.readStrings(count, WireReaderStringsTest::split);

            assertThat(read).usingElementComparator(Arrays::compare).isEqualTo(strings);
            assertThat(in.readInt()).isEqualTo(0x01020304);
            assertThat(in.atEnd()).isTrue();
        }
    }

    private static List<byte[]> split(byte[] bytes, int[] offsets) {
        List<byte[]> strings = new ArrayList<>();
        for (int i = 0; i + 1 < offsets.length; i++) {
            strings.add(Arrays.copyOfRange(bytes, offsets[i], offsets[i + 1]));
        }
        return strings;
    }

    private static ByteSource source(byte[] wire, int windowBytes, Function<byte[], ByteBuffer> window) {
        int[] position = {0};
        return () -> {
            if (position[0] == wire.length) {
                return null;
            }
            int from = position[0];
            position[0] = Math.min(wire.length, from + windowBytes);
            return window.apply(Arrays.copyOfRange(wire, from, position[0]));
        };
    }
}
