package io.chconnect.client.internal.compression;

import java.io.IOException;

/**
 * Unpacks blocks of LZ4 that may repeat bytes of the blocks before them, which lz4-java does not offer. Every length and
 * every distance is checked.
 */
final class Lz4Block {
    private static final int RUN_MASK = 0xF;
    private static final int MIN_MATCH = 4;

    private final byte[] in;
    private final int inEnd;
    private final byte[] out;
    private final int outEnd;
    private int from;
    private int to;

    private Lz4Block(byte[] in, int inLength, byte[] out, int outStart, int outEnd) {
        this.in = in;
        this.inEnd = inLength;
        this.out = out;
        this.to = outStart;
        this.outEnd = outEnd;
    }

    /**
     * Unpacks a block.
     *
     * @param in the block, from its start
     * @param inLength how many bytes it has
     * @param out where to; the bytes before {@code outStart} can be repeated
     * @param outStart where to start
     * @param outEnd where to stop
     * @return where the unpacked bytes end
     */
    static int unpack(byte[] in, int inLength, byte[] out, int outStart, int outEnd) throws IOException {
        return new Lz4Block(in, inLength, out, outStart, outEnd).unpack();
    }

    private int unpack() throws IOException {
        while (from < inEnd) {
            int token = in[from++];
            copyLiterals(length((token >>> 4) & RUN_MASK));
            if (from == inEnd) {
                return to;
            }
            copyMatch(token & RUN_MASK);
        }
        throw broken("ends in the middle of a sequence");
    }

    private void copyLiterals(int length) throws IOException {
        if (length > inEnd - from || length > outEnd - to) {
            throw broken("has a run of " + length + " bytes where there is no room for it");
        }
        System.arraycopy(in, from, out, to, length);
        from += length;
        to += length;
    }

    private void copyMatch(int shortLength) throws IOException {
        if (inEnd - from < 2) {
            throw broken("ends in the middle of a distance");
        }
        int distance = (in[from] & 0xFF) | (in[from + 1] & 0xFF) << 8;
        from += 2;
        int length = length(shortLength) + MIN_MATCH;
        if (distance == 0 || distance > to || length > outEnd - to) {
            throw broken("repeats " + length + " bytes from a distance of " + distance + ", which are not there");
        }
        if (distance >= length) {
            System.arraycopy(out, to - distance, out, to, length);
        } else {
            for (int i = 0; i < length; i++) {
                out[to + i] = out[to + i - distance];
            }
        }
        to += length;
    }

    private int length(int start) throws IOException {
        int length = start;
        if (start == RUN_MASK) {
            int more;
            do {
                if (from == inEnd || length > outEnd) {
                    throw broken("has a length without an end");
                }
                more = in[from++] & 0xFF;
                length += more;
            } while (more == 0xFF);
        }
        return length;
    }

    private static IOException broken(String how) {
        return new IOException("a block of LZ4 " + how);
    }
}
