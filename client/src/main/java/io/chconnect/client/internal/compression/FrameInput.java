package io.chconnect.client.internal.compression;

import io.chconnect.codec.internal.frame.FrameReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * ClickHouse's own compressed frames, read. No header announces them, so a content that does not start like a frame, such as
 * an error of a server or the page of a proxy, is passed on as it is. Not thread-safe.
 */
public final class FrameInput extends InputStream {
    private static final int CHECKSUM_BYTES = 16;
    private static final int HEADER_BYTES = 9;
    private static final int WINDOW_BYTES = 64 << 10;

    private final InputStream in;
    private final FrameReader frames;
    private final byte[] buffer = new byte[WINDOW_BYTES];
    private @Nullable ByteBuffer window;

    private FrameInput(InputStream in) {
        this.in = in;
        this.frames = new FrameReader(this::nextWindow);
    }

    /** The unpacked content. */
    public static InputStream open(InputStream in) throws IOException {
        byte[] start = in.readNBytes(CHECKSUM_BYTES + HEADER_BYTES);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
        return startsLikeFrame(start) ? new FrameInput(whole) : whole;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer current = window;
        try {
            while (current == null || !current.hasRemaining()) {
                current = frames.next();
                if (current == null) {
                    return -1;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        window = current;
        int count = Math.min(length, current.remaining());
        current.get(bytes, offset, count);
        return count;
    }

    @Override
    public int available() {
        ByteBuffer current = window;
        return current == null ? 0 : current.remaining();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable ByteBuffer nextWindow() {
        try {
            int count = in.read(buffer, 0, buffer.length);
            return count < 0 ? null : ByteBuffer.wrap(buffer, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsLikeFrame(byte[] start) {
        if (start.length < CHECKSUM_BYTES + HEADER_BYTES) {
            return false;
        }
        int method = start[CHECKSUM_BYTES] & 0xFF;
        int packed = intAt(start, CHECKSUM_BYTES + 1);
        int unpacked = intAt(start, CHECKSUM_BYTES + 5);
        return (method == 0x82 || method == 0x90 || method == 0x02) && packed >= HEADER_BYTES && unpacked >= 0;
    }

    private static int intAt(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, Integer.BYTES)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }
}
