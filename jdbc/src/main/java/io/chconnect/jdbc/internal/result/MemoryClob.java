package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Text in memory. */
public final class MemoryClob implements NClob {
    private @Nullable StringBuilder content;

    public MemoryClob(String content) {
        this.content = new StringBuilder(content);
    }

    @Override
    public long length() throws SQLException {
        return content().length();
    }

    @Override
    public String getSubString(long position, int length) throws SQLException {
        int from = from(position, length);
        return content().substring(from, end(from, length));
    }

    @Override
    public Reader getCharacterStream() throws SQLException {
        return new StringReader(content().toString());
    }

    @Override
    public Reader getCharacterStream(long position, long length) throws SQLException {
        return new StringReader(getSubString(position, (int) Math.min(length, Integer.MAX_VALUE)));
    }

    @Override
    public InputStream getAsciiStream() throws SQLException {
        return new ByteArrayInputStream(content().toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long position(@Nullable String pattern, long start) throws SQLException {
        int found = content().indexOf(SqlErrors.required(pattern, "pattern"), from(start, 0));
        return found < 0 ? -1 : found + 1L;
    }

    @Override
    public long position(@Nullable Clob pattern, long start) throws SQLException {
        Clob wanted = SqlErrors.required(pattern, "pattern");
        return position(wanted.getSubString(1, (int) wanted.length()), start);
    }

    @Override
    public int setString(long position, @Nullable String text) throws SQLException {
        return setString(position, text, 0, SqlErrors.required(text, "text").length());
    }

    @Override
    public int setString(long position, @Nullable String given, int offset, int length) throws SQLException {
        String text = SqlErrors.required(given, "text");
        int from = from(position, length);
        if (offset < 0 || offset > text.length() - length) {
            throw SqlErrors.invalidArgument(
                    "Characters " + offset + " and " + length + " on: there are " + text.length());
        }
        content().replace(from, end(from, length), text.substring(offset, offset + length));
        return length;
    }

    @Override
    public OutputStream setAsciiStream(long position) throws SQLException {
        from(position, 0);
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                store(position, toString(StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public Writer setCharacterStream(long position) throws SQLException {
        from(position, 0);
        return new StringWriter() {
            @Override
            public void close() {
                store(position, toString());
            }
        };
    }

    @Override
    public void truncate(long length) throws SQLException {
        if (length < 0 || length > content().length()) {
            throw SqlErrors.invalidArgument(
                    "The length " + length + ": expected 0 to " + content().length());
        }
        content().setLength((int) length);
    }

    @Override
    public void free() {
        content = null;
    }

    private void store(long position, String text) {
        try {
            setString(position, text);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int from(long position, int length) throws SQLException {
        if (position < 1 || position > content().length() + 1L || length < 0) {
            throw SqlErrors.invalidArgument("Position " + position + " and length " + length
                    + ": expected positions 1 to " + (content().length() + 1L));
        }
        return (int) position - 1;
    }

    private int end(int from, int length) throws SQLException {
        return (int) Math.min(content().length(), (long) from + length);
    }

    private StringBuilder content() throws SQLException {
        StringBuilder text = content;
        if (text == null) {
            throw SqlErrors.wrongState("The Clob is freed");
        }
        return text;
    }
}
