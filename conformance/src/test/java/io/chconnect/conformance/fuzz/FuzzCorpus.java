package io.chconnect.conformance.fuzz;

import io.chconnect.codec.internal.frame.FrameMethod;
import io.chconnect.codec.internal.frame.FrameWriter;
import io.chconnect.testkit.types.EngineHttp;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The seeds: what the engine writes for every row of the matrix. */
final class FuzzCorpus {
    private static final int[] REVISIONS = {0, 54_405, 54_454, 54_480};
    private static final int CHECKSUM_BYTES = 16;

    private FuzzCorpus() {}

    static List<byte[]> blocks(EngineHttp engine) {
        List<byte[]> seeds = new ArrayList<>();
        for (TypeSamples type : TypeMatrix.types()) {
            String select = "SELECT " + type.cyclingSql("number") + " AS v, [v, v] AS w FROM numbers("
                    + (type.samples().size() + 1) + ")";
            for (int mode = 0; mode < REVISIONS.length; mode++) {
                seeds.add(prefixed(mode, engine.nativeBytes(select, REVISIONS[mode])));
            }
            String binary = select + " SETTINGS output_format_native_encode_types_in_binary_format = 1";
            seeds.add(prefixed(BlockFuzzTarget.MODES - 1, engine.nativeBytes(binary, 0)));
        }
        return seeds;
    }

    static List<byte[]> typeNames() {
        return TypeMatrix.types().stream()
                .map(type -> type.type().name().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    static List<byte[]> frames(EngineHttp engine) {
        byte[] data = engine.nativeBytes("SELECT number, toString(number % 7) AS s FROM numbers(100)");
        List<byte[]> seeds = new ArrayList<>();
        for (FrameMethod method : FrameMethod.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            FrameWriter writer = new FrameWriter(out::write, method);
            writer.write(data, 0, data.length);
            writer.flush();
            byte[] frame = out.toByteArray();
            seeds.add(prefixed(0, frame));
            // Method, size when unpacked, data: the rest is computed by the target.
            byte[] content = Arrays.copyOfRange(frame, CHECKSUM_BYTES + Integer.BYTES, frame.length);
            content[0] = frame[CHECKSUM_BYTES];
            seeds.add(prefixed(1, content));
        }
        return seeds;
    }

    private static byte[] prefixed(int first, byte[] bytes) {
        byte[] seed = new byte[bytes.length + 1];
        seed[0] = (byte) first;
        System.arraycopy(bytes, 0, seed, 1, bytes.length);
        return seed;
    }
}
