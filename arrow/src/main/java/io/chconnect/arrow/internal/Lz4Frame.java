package io.chconnect.arrow.internal;

import java.io.IOException;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * Reads a frame of lz4 whose length is known. Blocks may refer to those before them, as Arrow's other libraries write them and
 * lz4-java's own reader does not take.
 *
 * <pre>
 * UInt32 magic | flags | block size | [UInt64 content size] | [UInt32 dictionary] | header checksum
 * blocks: UInt32 length, high bit: stored as it is | bytes | [UInt32 checksum]
 * UInt32 0 | [UInt32 content checksum]
 * </pre>
 */
final class Lz4Frame {
    private static final int MAGIC = 0x184D2204;
    private static final int INDEPENDENT = 0x20;
    private static final int BLOCK_CHECKSUM = 0x10;
    private static final int CONTENT_SIZE = 0x08;
    private static final int DICTIONARY = 0x01;
    private static final int LEAST_MATCH = 4;

    private final byte[] in;
    private final byte[] out;
    private int from;
    private int to;

    private Lz4Frame(byte[] in, int length) {
        this.in = in;
        this.out = new byte[length];
    }

    /**
     * The content of a frame.
     *
     * @throws IOException if it is no such frame, or its content has another length
     */
    static byte[] decode(byte[] frame, int length) throws IOException {
        Lz4Frame decoder = new Lz4Frame(frame, length);
        try {
            decoder.decode();
        } catch (ArrayIndexOutOfBoundsException | LZ4Exception e) {
            throw new IOException("an lz4 buffer is broken", e);
        }
        if (decoder.to != length) {
            throw new IOException("an lz4 buffer has " + decoder.to + " bytes, and says " + length);
        }
        return decoder.out;
    }

    private void decode() throws IOException {
        if (word() != MAGIC) {
            throw new IOException("an lz4 buffer does not start like a frame");
        }
        int flags = in[from];
        if ((flags & DICTIONARY) != 0) {
            throw new IOException("an lz4 buffer needs a dictionary, which Arrow does not know");
        }
        from += (flags & CONTENT_SIZE) != 0 ? 3 + Long.BYTES : 3;
        LZ4SafeDecompressor fast = LZ4Factory.fastestInstance().safeDecompressor();
        for (int word = word(); word != 0; word = word()) {
            int size = word & Integer.MAX_VALUE;
            if (word < 0) {
                System.arraycopy(in, from, out, to, size);
                to += size;
            } else if ((flags & INDEPENDENT) != 0 || to == 0) {
                to += fast.decompress(in, from, size, out, to, out.length - to);
            } else {
                linkedBlock(from + size);
            }
            from += size;
            if ((flags & BLOCK_CHECKSUM) != 0) {
                from += Integer.BYTES;
            }
        }
    }

    /** Sequences of bytes as they are and of matches of earlier ones; the last has no match. */
    private void linkedBlock(int end) throws IOException {
        int position = from;
        while (position < end) {
            int token = in[position++] & 0xFF;
            int literals = token >> 4;
            if (literals == 15) {
                for (int more = 255; more == 255; literals += more) {
                    more = in[position++] & 0xFF;
                }
            }
            System.arraycopy(in, position, out, to, literals);
            position += literals;
            to += literals;
            if (position >= end) {
                return;
            }
            int distance = (in[position] & 0xFF) | ((in[position + 1] & 0xFF) << Byte.SIZE);
            position += Short.BYTES;
            int length = token & 15;
            if (length == 15) {
                for (int more = 255; more == 255; length += more) {
                    more = in[position++] & 0xFF;
                }
            }
            copyMatch(distance, length + LEAST_MATCH);
        }
    }

    private void copyMatch(int distance, int length) throws IOException {
        if (distance == 0 || distance > to) {
            throw new IOException("an lz4 buffer refers to what is before its start");
        }
        if (distance >= length) {
            System.arraycopy(out, to - distance, out, to, length);
            to += length;
        } else {
            for (int i = 0; i < length; i++) {
                out[to] = out[to - distance];
                to++;
            }
        }
    }

    private int word() {
        int word = (in[from] & 0xFF)
                | ((in[from + 1] & 0xFF) << 8)
                | ((in[from + 2] & 0xFF) << 16)
                | ((in[from + 3] & 0xFF) << 24);
        from += Integer.BYTES;
        return word;
    }
}
