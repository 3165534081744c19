package io.chconnect.codec.internal.frame;

import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/** How the bytes of a frame are compressed. Numbers as in {@code src/Compression/CompressionInfo.h} of ClickHouse. */
public enum FrameMethod {
    NONE(0x02, 1) {
        @Override
        int maxCompressedLength(int length) {
            return length;
        }

        @Override
        int compress(byte[] source, int length, byte[] target, int offset) {
            System.arraycopy(source, 0, target, offset, length);
            return length;
        }

        @Override
        int decompress(byte[] source, int offset, int length, byte[] target, int targetLength) {
            System.arraycopy(source, offset, target, 0, Math.min(length, targetLength));
            return length;
        }
    },
    LZ4(0x82, FrameMethod.LZ4_RATIO) {
        @Override
        int maxCompressedLength(int length) {
            return LZ4_FACTORY.fastCompressor().maxCompressedLength(length);
        }

        @Override
        int compress(byte[] source, int length, byte[] target, int offset) {
            return LZ4_FACTORY.fastCompressor().compress(source, 0, length, target, offset);
        }

        @Override
        int decompress(byte[] source, int offset, int length, byte[] target, int targetLength) {
            try {
                return LZ4_FACTORY.safeDecompressor().decompress(source, offset, length, target, 0, targetLength);
            } catch (LZ4Exception e) {
                return BROKEN;
            }
        }
    },
    ZSTD(0x90, FrameMethod.ZSTD_RATIO) {
        @Override
        int maxCompressedLength(int length) {
            return ZstdCodec.maxCompressedLength(length);
        }

        @Override
        int compress(byte[] source, int length, byte[] target, int offset) {
            return ZstdCodec.compress(source, length, target, offset);
        }

        @Override
        int decompress(byte[] source, int offset, int length, byte[] target, int targetLength) {
            return ZstdCodec.decompress(source, offset, length, target, targetLength);
        }
    };

    /** What {@link #decompress} returns for bytes that are not of this method. */
    static final int BROKEN = -1;

    /** A byte of a length stands for at most this many. */
    private static final int LZ4_RATIO = 255;

    /** A block of at most 128 KiB has at least three bytes of header and one of data. */
    private static final int ZSTD_RATIO = (128 << 10) / 4;

    private static final LZ4Factory LZ4_FACTORY = LZ4Factory.fastestInstance();

    private final int number;
    private final int ratio;

    FrameMethod(int number, int ratio) {
        this.number = number;
        this.ratio = ratio;
    }

    int number() {
        return number;
    }

    /** The most that so many bytes can unpack to. */
    long maxUnpackedLength(int length) {
        return (long) length * ratio;
    }

    abstract int maxCompressedLength(int length);

    /** Returns how many bytes were written to the target. */
    abstract int compress(byte[] source, int length, byte[] target, int offset);

    /** Returns how many bytes there were, or {@link #BROKEN}. */
    abstract int decompress(byte[] source, int offset, int length, byte[] target, int targetLength);
}
