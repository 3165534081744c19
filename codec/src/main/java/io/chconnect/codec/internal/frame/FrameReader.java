package io.chconnect.codec.internal.frame;

import io.chconnect.codec.ByteSource;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks compressed frames ({@code src/Compression/CompressedReadBufferBase.cpp} of ClickHouse). Not thread-safe.
 *
 * <pre>
 * 16 bytes CityHash128 of all that follows, its low half first
 * UInt8 method, UInt32 size of method, sizes and data, UInt32 size when unpacked, data
 *
 * "abc", not compressed → 16 bytes, 02, 0c 00 00 00, 03 00 00 00, 61 62 63
 * </pre>
 */
public final class FrameReader implements ByteSource {
    static final int CHECKSUM_BYTES = 16;
    static final int HEADER_BYTES = 1 + 2 * Integer.BYTES;

    private final WireReader in;
    private final CityHash128 hash = new CityHash128();
    private byte[] unpacked = new byte[0];

    public FrameReader(ByteSource source) {
        this.in = new WireReader(source);
        in.enter("compressed frame");
    }

    @Override
    public @Nullable ByteBuffer next() {
        while (!in.atEnd()) {
            ByteBuffer window = readFrame();
            if (window.hasRemaining()) {
                return window;
            }
        }
        return null;
    }

    private ByteBuffer readFrame() {
        long low = in.readLong();
        long high = in.readLong();
        int number = in.readByte();
        int packedSize = in.checkCount(
                Integer.toUnsignedLong(in.readInt()), "bytes of a compressed frame", WireLimits.MAX_FRAME_BYTES);
        int unpackedSize = in.checkCount(
                Integer.toUnsignedLong(in.readInt()), "bytes of an unpacked frame", WireLimits.MAX_FRAME_BYTES);
        FrameMethod method = method(number);
        if (packedSize < HEADER_BYTES) {
            throw in.malformed(packedSize + " bytes of a compressed frame: expected at least " + HEADER_BYTES);
        }
        byte[] frame = in.readBytes(HEADER_BYTES, packedSize);
        frame[0] = (byte) number;
        putInt(frame, 1, packedSize);
        putInt(frame, 1 + Integer.BYTES, unpackedSize);
        hash.update(frame, 0, packedSize);
        if (hash.low() != low || hash.high() != high) {
            throw in.malformed("a checksum that does not fit the data: expected " + Long.toHexString(hash.low())
                    + Long.toHexString(hash.high()) + ", found " + Long.toHexString(low) + Long.toHexString(high));
        }
        long possible = method.maxUnpackedLength(packedSize - HEADER_BYTES);
        if (unpackedSize > possible) {
            throw in.malformed(unpackedSize + " bytes of an unpacked frame: expected at most " + possible + ", as "
                    + (packedSize - HEADER_BYTES) + " bytes of " + method + " data are there");
        }
        if (unpacked.length < unpackedSize) {
            unpacked = new byte[unpackedSize];
        }
        int size = method.decompress(frame, HEADER_BYTES, packedSize - HEADER_BYTES, unpacked, unpackedSize);
        if (size != unpackedSize) {
            throw in.malformed(method + " data that does not unpack to the " + unpackedSize + " bytes it promised");
        }
        return ByteBuffer.wrap(unpacked, 0, unpackedSize);
    }

    private FrameMethod method(int number) {
        for (FrameMethod method : FrameMethod.values()) {
            if (method.number() == number) {
                return method;
            }
        }
        throw in.malformed("compression method " + number + ": expected LZ4 (130), ZSTD (144) or none (2)");
    }

    static void putInt(byte[] target, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            target[at + i] = (byte) (value >>> (Byte.SIZE * i));
        }
    }
}
