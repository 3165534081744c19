package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes in memory. */
public final class MemoryBlob implements Blob {
    private byte @Nullable [] content;

    public MemoryBlob(byte[] content) {
        this.content = content;
    }

    @Override
    public long length() throws SQLException {
        return content().length;
    }

    @Override
    public byte[] getBytes(long position, int length) throws SQLException {
        int from = from(position, length);
        return Arrays.copyOfRange(content(), from, (int) Math.min(content().length, (long) from + length));
    }

    @Override
    public InputStream getBinaryStream() throws SQLException {
        return new ByteArrayInputStream(content());
    }

    @Override
    public InputStream getBinaryStream(long position, long length) throws SQLException {
        return new ByteArrayInputStream(getBytes(position, (int) Math.min(length, Integer.MAX_VALUE)));
    }

    @Override
    public long position(byte @Nullable [] pattern, long start) throws SQLException {
        byte[] all = content();
        byte[] wanted = SqlErrors.required(pattern, "pattern");
        for (int at = from(start, 0); at <= all.length - wanted.length; at++) {
            if (Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at + 1L;
            }
        }
        return -1;
    }

    @Override
    public long position(@Nullable Blob pattern, long start) throws SQLException {
        Blob wanted = SqlErrors.required(pattern, "pattern");
        return position(wanted.getBytes(1, (int) wanted.length()), start);
    }

    @Override
    public int setBytes(long position, byte @Nullable [] bytes) throws SQLException {
        return setBytes(position, bytes, 0, SqlErrors.required(bytes, "array of bytes").length);
    }

    @Override
    public int setBytes(long position, byte @Nullable [] given, int offset, int length) throws SQLException {
        byte[] bytes = SqlErrors.required(given, "array of bytes");
        int from = from(position, length);
        if (offset < 0 || offset > bytes.length - length) {
            throw SqlErrors.invalidArgument("Bytes " + offset + " and " + length + " on: there are " + bytes.length);
        }
        byte[] changed = Arrays.copyOf(content(), Math.max(content().length, from + length));
        System.arraycopy(bytes, offset, changed, from, length);
        content = changed;
        return length;
    }

    @Override
    public OutputStream setBinaryStream(long position) throws SQLException {
        from(position, 0);
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                try {
                    setBytes(position, toByteArray());
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    @Override
    public void truncate(long length) throws SQLException {
        if (length < 0 || length > content().length) {
            throw SqlErrors.invalidArgument("The length " + length + ": expected 0 to " + content().length);
        }
        content = Arrays.copyOf(content(), (int) length);
    }

    @Override
    public void free() {
        content = null;
    }

    private int from(long position, int length) throws SQLException {
        if (position < 1 || position > content().length + 1L || length < 0) {
            throw SqlErrors.invalidArgument("Position " + position + " and length " + length
                    + ": expected positions 1 to " + (content().length + 1L));
        }
        return (int) position - 1;
    }

    private byte[] content() throws SQLException {
        byte[] bytes = content;
        if (bytes == null) {
            throw SqlErrors.wrongState("The Blob is freed");
        }
        return bytes;
    }
}
