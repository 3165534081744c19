package io.chconnect.client.internal.compression;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * LZ4 frames, read one after the other. The server links the blocks of a frame, which lz4-java's own stream refuses; memory
 * is bounded by the largest block of the format, 4 MiB, and the 64 KiB before it. Not thread-safe.
 *
 * <pre>
 * UInt32 0x184D2204, flags, block size, [UInt64 content size], header checksum
 * UInt32 length of the block (highest bit: not packed), block, [UInt32 checksum]   … until a length of 0
 * [UInt32 checksum of the content]
 * </pre>
 */
final class Lz4FrameInput extends InputStream {
    private static final int MAGIC = 0x184D2204;
    private static final int SKIPPABLE_MAGIC = 0x184D2A50;
    private static final int SKIPPABLE_MASK = 0xFFFFFFF0;
    private static final int HISTORY_BYTES = 64 << 10;
    private static final int NOT_PACKED = 0x80000000;

    private final InputStream in;
    private byte[] block = new byte[0];
    private byte[] packed = new byte[0];
    private int maxBlock;
    private int flags;
    private int from;
    private int to;
    private boolean inFrame;
    private boolean linked;

    Lz4FrameInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return fill() ? block[from++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, to - from);
        System.arraycopy(block, from, bytes, offset, count);
        from += count;
        return count;
    }

    @Override
    public int available() {
        return to - from;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        while (from == to) {
            if (!inFrame && !startFrame()) {
                return false;
            }
            if (inFrame) {
                readBlock();
            }
        }
        return true;
    }

    /** Returns false at the end of the input. */
    private boolean startFrame() throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        int magic = first | readByte() << 8 | readByte() << 16 | readByte() << 24;
        if ((magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC) {
            in.skipNBytes(Integer.toUnsignedLong(readInt()));
            return true;
        }
        if (magic != MAGIC) {
            throw new IOException("an LZ4 frame starts with " + Integer.toHexString(magic) + ", expected 184d2204");
        }
        readHeader();
        inFrame = true;
        return true;
    }

    private void readHeader() throws IOException {
        byte[] header = new byte[10];
        header[0] = (byte) readByte();
        header[1] = (byte) readByte();
        flags = header[0];
        int sizeCode = (header[1] >> 4) & 7;
        boolean dictionary = (flags & 1) != 0;
        if (((flags >> 6) & 3) != 1 || sizeCode < 4 || dictionary) {
            throw new IOException("an LZ4 frame has the flags " + (flags & 0xFF) + " and the block size " + sizeCode
                    + ", which are not known");
        }
        int length = 2;
        if ((flags & 8) != 0) {
            while (length < header.length) {
                header[length++] = (byte) readByte();
            }
        }
        int checksum = (hash().hash(header, 0, length, 0) >> 8) & 0xFF;
        if (readByte() != checksum) {
            throw new IOException("the header of an LZ4 frame does not fit its checksum");
        }
        linked = (flags & 0x20) == 0;
        maxBlock = 1 << (8 + 2 * sizeCode);
        if (block.length < HISTORY_BYTES + maxBlock) {
            block = new byte[HISTORY_BYTES + maxBlock];
            packed = new byte[maxBlock];
        }
        from = 0;
        to = 0;
    }

    private void readBlock() throws IOException {
        int length = readInt();
        if (length == 0) {
            inFrame = false;
            if ((flags & 4) != 0) {
                readInt();
            }
            return;
        }
        int size = length & ~NOT_PACKED;
        if (size > maxBlock) {
            throw new IOException("a block of LZ4 has " + size + " bytes, expected at most " + maxBlock);
        }
        int start = keepHistory();
        if (in.readNBytes(packed, 0, size) < size) {
            throw new EOFException("an LZ4 frame ends in the middle of a block");
        }
        if ((flags & 0x10) != 0 && readInt() != hash().hash(packed, 0, size, 0)) {
            throw new IOException("a block of LZ4 does not fit its checksum");
        }
        if ((length & NOT_PACKED) != 0) {
            System.arraycopy(packed, 0, block, start, size);
            to = start + size;
        } else {
            to = Lz4Block.unpack(packed, size, block, start, start + maxBlock);
        }
        from = start;
    }

    /** Moves the last bytes to the front, where linked blocks find them; returns where the next block starts. */
    private int keepHistory() {
        int kept = linked ? Math.min(to, HISTORY_BYTES) : 0;
        if (kept < to && kept > 0) {
            System.arraycopy(block, to - kept, block, 0, kept);
        }
        return kept;
    }

    private int readInt() throws IOException {
        return readByte() | readByte() << 8 | readByte() << 16 | readByte() << 24;
    }

    private int readByte() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("an LZ4 frame ends in the middle");
        }
        return next;
    }

    private static XXHash32 hash() {
        return XXHashFactory.fastestInstance().hash32();
    }
}
