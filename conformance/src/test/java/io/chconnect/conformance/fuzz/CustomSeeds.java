package io.chconnect.conformance.fuzz;

import io.chconnect.codec.internal.frame.FrameMethod;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Blocks with encodings that the engine does not write over HTTP: columns that are not encoded as their types alone demand,
 * laid out as {@code SerializationInfo} of ClickHouse does it, and other forms of one and the same value. Some have a number
 * that lies.
 */
final class CustomSeeds {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    private static final String END_1 = "81 80 80 80 80 80 80 80 40";
    private static final String END_2 = "82 80 80 80 80 80 80 80 40";

    /** {@code 01 02 03} as one frame of LZ4, with its length. */
    private static final String DETACHED_BYTES = HEX.formatHex(detached(new byte[] {1, 2, 3}));

    private CustomSeeds() {}

    /** At a revision that has custom serialization. */
    static List<byte[]> blocks() {
        List<byte[]> blocks = new ArrayList<>();
        // Sparse
        blocks.add(block(5, "UInt8", "01 01 01 00 " + END_2 + " 07 09"));
        blocks.add(block(2, "String", "01 01 " + END_2));
        blocks.add(block(3, "Nullable(UInt8)", "01 01 01 " + END_1 + " 00"));
        blocks.add(block(3, "Float64", "01 01 01 " + END_1 + " 00 00 00 00 00 00 f0 3f"));
        blocks.add(block(40, "UInt8", "01 01" + " 00".repeat(20) + " 94 80 80 80 80 80 80 80 40" + " 01".repeat(20)));
        blocks.add(block(3, "UInt8", "01 01 05"));
        blocks.add(block(3, "UInt8", "01 01 " + END_2));
        blocks.add(block(100, "FixedString(1000000)", "01 01 e4 80 80 80 80 80 80 80 40"));
        // Detached, alone and over sparse
        blocks.add(block(3, "UInt8", "01 02 " + DETACHED_BYTES));
        blocks.add(block(2, "UInt8", "01 02 " + DETACHED_BYTES));
        blocks.add(block(
                1, "UInt8", "01 03 " + HEX.formatHex(detached(HEX.parseHex("00 80 80 80 80 80 80 80 80 40 07")))));
        // Replicated, with indexes of every width
        blocks.add(block(3, "String", "01 04 03 01 00 01 00 02 01 61 01 62"));
        blocks.add(block(2, "UInt8", "01 04 02 02 00 00 01 00 02 08 09"));
        blocks.add(block(2, "UInt8", "01 04 02 04 00 00 00 00 01 00 00 00 02 08 09"));
        blocks.add(block(1, "UInt8", "01 04 01 08 00 00 00 00 00 00 00 00 01 08"));
        blocks.add(block(2, "UInt8", "01 04 03 01 00 00"));
        blocks.add(block(3, "UInt8", "01 04 03 03"));
        // Several, from the inside out
        blocks.add(block(2, "UInt8", "01 05 03 00 01 03 02 01 00 00 01 00 80 80 80 80 80 80 80 80 40 07"));
        blocks.add(block(3, "UInt8", "01 05 01 07"));
        blocks.add(block(3, "UInt8", "01 07"));
        // Each element of a tuple in its own way
        blocks.add(block(2, "Tuple(UInt8, UInt8)", "01 00 00 01 05 06 01 80 80 80 80 80 80 80 80 40 08"));
        blocks.add(block(
                1,
                "Tuple(a Tuple(b UInt8), c String)",
                "01 00 00 01 04 " + "00 80 80 80 80 80 80 80 80 40 07" + " 01 01 00 01 01 61"));
        // Discriminators in parts: three rows one by one, then two of one member
        blocks.add(block(
                5, "Variant(String, UInt8)", "00 01 00 00 00 00 00 00 00 03 00 00 ff 01 02 01 01 01 61 07 08 09"));
        blocks.add(block(5, "Variant(String, UInt8)", "00 01 00 00 00 00 00 00 00 06 01 01"));
        blocks.add(block(5, "Variant(String, UInt8)", "00 01 00 00 00 00 00 00 00 05 02 01"));
        // A type with a column of its own that stands in the shared variant, too
        blocks.add(block(
                2,
                "Dynamic",
                "00 01 00 00 00 00 00 00 00 01 01 06 53 74 72 69 6e 67 00 00 00 00 00 00 00 00"
                        + " 00 01 03 15 01 62 01 61"));
        blocks.add(block(
                2,
                "Dynamic",
                "00 01 00 00 00 00 00 00 00 01 01 06 53 74 72 69 6e 67 00 00 00 00 00 00 00 00"
                        + " 00 01 04 15 01 62 01 61"));
        // Types that cannot stand there: Nullable(String), Dynamic
        blocks.add(
                block(1, "Dynamic", "00 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 05 23 15 00 01 61"));
        blocks.add(block(1, "Dynamic", "00 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 04 2b 20 01 07"));
        blocks.add(block(1, "Dynamic", "00 01 00 00 00 00 00 00 00 01 01 07 44 79 6e 61 6d 69 63"));
        // Keys of a dictionary that are wider than they need to be
        for (String key : List.of(
                "01 06 00 00 00 00 00 00 | 01 00",
                "02 06 00 00 00 00 00 00 | 01 00 00 00",
                "03 06 00 00 00 00 00 00 | 01 00 00 00 00 00 00 00",
                "04 06 00 00 00 00 00 00 | 01",
                "00 07 00 00 00 00 00 00 | 01")) {
            String[] parts = key.split(" . ", -1);
            blocks.add(block(
                    1,
                    "LowCardinality(String)",
                    "00 01 00 00 00 00 00 00 00 " + parts[0]
                            + " 02 00 00 00 00 00 00 00 00 01 61 01 00 00 00 00 00 00 00 " + parts[1]));
        }
        blocks.add(block(1, "JSON", "00 04 00 00 00 00 00 00 00"));
        blocks.add(block(
                1,
                "JSON",
                "00 02 00 00 00 00 00 00 00 02 01 61 01 61"
                        + " 02 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00".repeat(2)));
        return blocks;
    }

    private static byte[] block(int rows, String type, String bytes) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(HEX.parseHex("01 00 02 ff ff ff ff 03 01 01 00 00 00 00 01"));
        block.writeBytes(new byte[] {(byte) rows, 1, 'x', (byte) type.length()});
        block.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        block.writeBytes(HEX.parseHex(bytes));
        return block.toByteArray();
    }

    private static byte[] detached(byte[] plain) {
        byte[] frame = FuzzCorpus.frame(plain, FrameMethod.LZ4);
        byte[] all = new byte[frame.length + 1];
        all[0] = (byte) frame.length;
        System.arraycopy(frame, 0, all, 1, frame.length);
        return all;
    }
}
