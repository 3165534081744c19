package io.chconnect.codec.internal.frame;

import io.chconnect.codec.ByteSink;

/** Packs bytes into compressed frames, in the form that {@link FrameReader} describes. Not thread-safe. */
public final class FrameWriter implements ByteSink {
    /** As large as the server makes its own frames by default. */
    private static final int FRAME_BYTES = 1 << 20;

    private final ByteSink sink;
    private final FrameMethod method;
    private final CityHash128 hash = new CityHash128();
    private final byte[] pending = new byte[FRAME_BYTES];
    private final byte[] frame;
    private int size;

    public FrameWriter(ByteSink sink, FrameMethod method) {
        this.sink = sink;
        this.method = method;
        this.frame = new byte
                [FrameReader.CHECKSUM_BYTES + FrameReader.HEADER_BYTES + method.maxCompressedLength(FRAME_BYTES)];
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            int step = Math.min(length - done, FRAME_BYTES - size);
            System.arraycopy(bytes, offset + done, pending, size, step);
            size += step;
            done += step;
            if (size == FRAME_BYTES) {
                flush();
            }
        }
    }

    /** Hands over what is there as a frame of its own. */
    public void flush() {
        if (size == 0) {
            return;
        }
        int start = FrameReader.CHECKSUM_BYTES;
        int dataSize = method.compress(pending, size, frame, start + FrameReader.HEADER_BYTES);
        int packedSize = FrameReader.HEADER_BYTES + dataSize;
        frame[start] = (byte) method.number();
        FrameReader.putInt(frame, start + 1, packedSize);
        FrameReader.putInt(frame, start + 1 + Integer.BYTES, size);
        hash.update(frame, start, packedSize);
        putLong(0, hash.low());
        putLong(Long.BYTES, hash.high());
        size = 0;
        sink.write(frame, 0, start + packedSize);
    }

    private void putLong(int at, long value) {
        FrameReader.putInt(frame, at, (int) value);
        FrameReader.putInt(frame, at + Integer.BYTES, (int) (value >>> Integer.SIZE));
    }
}
