package io.chconnect.conformance.fuzz;

import io.chconnect.codec.ByteSource;
import io.chconnect.codec.internal.frame.CityHash128;
import io.chconnect.codec.internal.frame.FrameMethod;
import io.chconnect.codec.internal.frame.FrameReader;
import io.chconnect.codec.internal.frame.FrameWriter;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.error.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The reader of compressed frames. An input that starts with an even byte is taken as it is; with an odd one, what follows
 * is made into one frame whose checksum fits, so that the data reach the decompressors. The input itself is packed and
 * unpacked as well.
 */
public final class FrameFuzzTarget {
    private static final int CHECKSUM_BYTES = 16;
    private static final int HASHED_BYTES = 8;
    private static final byte ZSTD = (byte) 0x90;
    private static final List<FrameMethod> METHODS = List.of(FrameMethod.values());

    /** A frame on the word of its header, before its data. */
    private static final long BASE_BYTES = 2L * WireLimits.TRUSTED_BYTES;

    /** A byte of a length stands for at most this many in LZ4. */
    private static final int LZ4_RATIO = 255;

    /** Four bytes stand for at most a block of 128 KiB in ZSTD. */
    private static final int ZSTD_RATIO = (128 << 10) / 4;

    private FrameFuzzTarget() {}

    /** For Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        read(input[0] % 2 == 0 ? bytes : sealed(bytes));
        FrameMethod method = METHODS.get((input[0] & 0xFF) % METHODS.size());
        packAndUnpack(bytes, method);
    }

    /** What is packed comes back. */
    private static void packAndUnpack(byte[] bytes, FrameMethod method) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(frames::write, method);
        writer.write(bytes, 0, bytes.length);
        writer.flush();
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        FrameReader reader = new FrameReader(ByteSource.of(frames.toByteArray()));
        for (ByteBuffer window = reader.next(); window != null; window = reader.next()) {
            unpacked.write(window.array(), window.arrayOffset() + window.position(), window.remaining());
        }
        if (!Arrays.equals(unpacked.toByteArray(), bytes)) {
            throw new AssertionError(method + " gives other bytes back");
        }
    }

    private static void read(byte[] bytes) {
        Allocation.bounded(bytes.length, BASE_BYTES + unpackedBytes(bytes), () -> {
            try {
                FrameReader reader = new FrameReader(ByteSource.of(bytes));
                while (true) {
                    ByteBuffer window = reader.next();
                    if (window == null) {
                        return true;
                    }
                    if (!window.hasRemaining()) {
                        throw new AssertionError("a window without a byte");
                    }
                }
            } catch (MalformedDataException e) {
                // The documented way to fail.
                return false;
            }
        });
    }

    /** What an input can hold at most. */
    private static long unpackedBytes(byte[] bytes) {
        for (byte each : bytes) {
            if (each == ZSTD) {
                return (long) bytes.length * ZSTD_RATIO;
            }
        }
        return (long) bytes.length * LZ4_RATIO;
    }

    /** A frame of method, size when unpacked and data. */
    static byte[] sealed(byte[] content) {
        ByteBuffer frame = ByteBuffer.allocate(CHECKSUM_BYTES + content.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        int packed = content.length + Integer.BYTES;
        frame.position(CHECKSUM_BYTES);
        if (content.length > 0) {
            frame.put(content[0]).putInt(packed).put(content, 1, content.length - 1);
        }
        CityHash128 hash = new CityHash128();
        // What is shorter than the header of a frame is refused before its checksum.
        if (packed >= HASHED_BYTES) {
            hash.update(frame.array(), CHECKSUM_BYTES, packed);
        }
        return frame.putLong(0, hash.low()).putLong(Long.BYTES, hash.high()).array();
    }
}
