package io.chconnect.client.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * A body in chunks (RFC 9112, 7.1). Stricter than HttpClient's own: a body is whole only if everything up to the last line
 * end is there.
 *
 * <pre>
 * (size in hex digits [; extension] CR LF, bytes, CR LF)*, 0 CR LF, (trailer CR LF)*, CR LF
 * </pre>
 */
final class ChunkedBody extends InputStream {
    private static final int MAX_TRAILERS = 1000;
    private static final int MAX_LINE = 8192;

    private final SessionInputBuffer buffer;
    private final InputStream in;
    private final CharArrayBuffer line = new CharArrayBuffer(32);
    private long left;
    private boolean behindChunk;
    private boolean ended;

    ChunkedBody(SessionInputBuffer buffer, InputStream in) {
        this.buffer = buffer;
        this.in = in;
    }

    @Override
    public int available() {
        return ended ? 0 : (int) Math.min(buffer.length(), left);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !nextChunk()) {
            return -1;
        }
        int count = buffer.read(bytes, offset, (int) Math.min(length, left), in);
        if (count < 0) {
            throw new EOFException("the connection ended in a chunk, " + left + " bytes before its end");
        }
        left -= count;
        behindChunk = left == 0;
        return count;
    }

    private boolean nextChunk() throws IOException {
        if (ended) {
            return false;
        }
        if (behindChunk && !readLine("behind a chunk").isEmpty()) {
            throw new IOException("a chunk is longer than it says");
        }
        behindChunk = false;
        left = size(readLine("between two chunks"));
        if (left == 0) {
            skipTrailers();
            ended = true;
        }
        return !ended;
    }

    private void skipTrailers() throws IOException {
        int trailers = 0;
        while (!readLine("behind the last chunk").isEmpty()) {
            if (++trailers > MAX_TRAILERS) {
                throw new IOException("more than " + MAX_TRAILERS + " trailers");
            }
        }
    }

    private String readLine(String place) throws IOException {
        line.clear();
        int next = buffer.read(in);
        while (next >= 0 && next != '\n') {
            if (line.length() >= MAX_LINE) {
                throw new IOException("a line of more than " + MAX_LINE + " bytes " + place);
            }
            line.append((char) next);
            next = buffer.read(in);
        }
        if (next < 0) {
            throw new EOFException("the connection ended " + place);
        }
        int length = line.length();
        boolean hasReturn = length > 0 && line.charAt(length - 1) == '\r';
        return line.substring(0, hasReturn ? length - 1 : length);
    }

    private static long size(String text) throws IOException {
        int end = text.indexOf(';');
        String digits = (end < 0 ? text : text.substring(0, end)).strip();
        if (!digits.matches("[0-9a-fA-F]{1,15}")) {
            throw new IOException("a chunk without a size");
        }
        return Long.parseLong(digits, 16);
    }
}
