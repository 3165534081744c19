package io.chconnect.conformance.fuzz;

import io.chconnect.codec.internal.frame.FrameMethod;
import io.chconnect.codec.internal.frame.FrameWriter;
import io.chconnect.testkit.types.EngineHttp;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The seeds: what the engine writes for every row of the matrix, in every form it has, and what only looks like that. */
final class FuzzCorpus {
    private static final int[] REVISIONS = {0, 54_405, 54_454, 54_480};
    private static final String BINARY_TYPES = " SETTINGS output_format_native_encode_types_in_binary_format = 1";
    private static final int CHECKSUM_BYTES = 16;
    private static final Path CODEC_RESOURCES =
            Path.of("..", "codec", "src", "test", "resources", "io", "chconnect", "codec");
    private static final Path FAILED_ONCE =
            Path.of("src", "test", "resources", "io", "chconnect", "conformance", "fuzz", "blocks.txt");
    private static final Path TYPES_RESOURCES =
            Path.of("..", "types", "src", "test", "resources", "io", "chconnect", "types");

    private FuzzCorpus() {}

    static List<byte[]> blocks(EngineHttp engine) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (TypeSamples type : TypeMatrix.types()) {
            Windows windows = Windows.ALL.get(seeds.size() % Windows.ALL.size());
            String from = " FROM numbers(" + (type.samples().size() + 1) + ")";
            String value = type.cyclingSql("number");
            String select = "SELECT " + value + " AS v, [v, v] AS w" + from;
            for (int mode = 0; mode < REVISIONS.length; mode++) {
                seeds.add(block(mode, windows, engine.nativeBytes(select, REVISIONS[mode])));
            }
            seeds.add(block(BlockFuzzTarget.BINARY, windows, engine.nativeBytes(select + BINARY_TYPES, 0)));
            // In a shared variant each value stands alone, behind its binary type.
            String alone = "SELECT CAST([" + value + "] AS Dynamic(max_types=0)) AS v" + from;
            seeds.add(block(0, windows, engine.nativeBytes(alone, 0)));
        }
        for (String line : Files.readAllLines(CODEC_RESOURCES.resolve("golden").resolve("index.tsv"))) {
            String[] fields = line.split("\t", -1);
            byte[] bytes = Files.readAllBytes(CODEC_RESOURCES.resolve("golden").resolve(fields[0] + ".bin"));
            seeds.add(block(mode(fields[1]), Windows.WHOLE, bytes));
        }
        for (String line : Files.readAllLines(CODEC_RESOURCES.resolve("golden.tsv"))) {
            seeds.add(block(1, Windows.DIRECT, HexFormat.of().parseHex(line.split("\t", -1)[2])));
        }
        String large = "SELECT toLowCardinality(toUInt16(number)) AS v FROM numbers(300)";
        seeds.add(block(0, Windows.WHOLE, engine.nativeBytes(large, 0)));
        CustomSeeds.blocks().forEach(block -> seeds.add(block(3, Windows.PIECES, block)));
        seeds.addAll(failedOnce());
        return seeds;
    }

    /** What a fuzzer once found. */
    private static List<byte[]> failedOnce() throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        for (String line : Files.readAllLines(FAILED_ONCE)) {
            if (!line.startsWith("#")) {
                inputs.add(Base64.getDecoder().decode(line));
            }
        }
        return inputs;
    }

    /** The first mode that reads what was written at a revision. */
    private static int mode(String revision) {
        if (revision.equals("binary")) {
            return BlockFuzzTarget.BINARY;
        }
        int mode = Arrays.binarySearch(REVISIONS, Integer.parseInt(revision));
        return mode >= 0 ? mode : -mode - 2;
    }

    static List<byte[]> typeNames() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        TypeMatrix.types().forEach(type -> seeds.add(bytes(type.type().name())));
        // Aliases and other spellings, with the server's name of each, and what it refuses.
        for (String line : Files.readAllLines(TYPES_RESOURCES.resolve("type-names.tsv"))) {
            seeds.add(bytes(line.substring(0, line.indexOf('\t'))));
        }
        for (String line : Files.readAllLines(TYPES_RESOURCES.resolve("rejected-names.txt"))) {
            seeds.add(bytes(line));
        }
        return seeds;
    }

    static List<byte[]> frames(EngineHttp engine) {
        byte[] data = engine.nativeBytes("SELECT number, toString(number % 7) AS s FROM numbers(100)");
        List<byte[]> seeds = new ArrayList<>();
        for (FrameMethod method : FrameMethod.values()) {
            // Lengths around those at which the checksum goes another way.
            for (int length : new int[] {1, 7, 8, 9, 16, 40, 130, 260, 300, data.length}) {
                byte[] frame = frame(Arrays.copyOf(data, length), method);
                seeds.add(prefixed(0, frame));
                seeds.add(prefixed(1, content(frame)));
            }
            byte[] frame = frame(data, method);
            seeds.add(prefixed(0, frame.clone()));
            frame[CHECKSUM_BYTES + 1 + Integer.BYTES]++;
            seeds.add(prefixed(1, content(frame)));
        }
        return seeds;
    }

    /** The frames that hold the data. */
    static byte[] frame(byte[] data, FrameMethod method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(out::write, method);
        writer.write(data, 0, data.length);
        writer.flush();
        return out.toByteArray();
    }

    /** Method, size when unpacked, data: the rest is computed by the target. */
    private static byte[] content(byte[] frame) {
        byte[] content = Arrays.copyOfRange(frame, CHECKSUM_BYTES + Integer.BYTES, frame.length);
        content[0] = frame[CHECKSUM_BYTES];
        return content;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] block(int mode, Windows windows, byte[] bytes) {
        return prefixed(BlockFuzzTarget.choice(mode, windows), bytes);
    }

    private static byte[] prefixed(int first, byte[] bytes) {
        byte[] seed = new byte[bytes.length + 1];
        seed[0] = (byte) first;
        System.arraycopy(bytes, 0, seed, 1, bytes.length);
        return seed;
    }
}
