package io.chconnect.jdbc.internal.statement;

import io.chconnect.jdbc.internal.error.SqlErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Streams as values in memory. */
final class Streams {
    /** Read to the end. */
    static final long ALL = -1;

    private Streams() {}

    /** The bytes of a stream; with a length, exactly so many. */
    static byte @Nullable [] bytes(@Nullable InputStream stream, long length) throws SQLException {
        if (stream == null) {
            return null;
        }
        try {
            byte[] bytes = length == ALL ? stream.readAllBytes() : stream.readNBytes(length(length));
            requireLength(bytes.length, length);
            return bytes;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The text of a stream of US-ASCII. */
    static @Nullable String ascii(@Nullable InputStream stream, long length) throws SQLException {
        byte[] bytes = bytes(stream, length);
        if (bytes == null) {
            return null;
        }
        for (byte each : bytes) {
            if (each < 0) {
                throw SqlErrors.conversion("The stream has the byte " + (each & 0xFF) + ", which is not US-ASCII:"
                        + " call setCharacterStream or setBinaryStream");
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** The text of a stream of UTF-8; the server checks it. */
    static @Nullable Object utf8(@Nullable InputStream stream, long length) throws SQLException {
        return bytes(stream, length);
    }

    /** The text of a reader; with a length, exactly so many characters. */
    static @Nullable String text(@Nullable Reader reader, long length) throws SQLException {
        if (reader == null) {
            return null;
        }
        try {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[8192];
            long left = length == ALL ? Long.MAX_VALUE : length(length);
            while (left > 0) {
                int read = reader.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                text.append(buffer, 0, read);
                left -= read;
            }
            requireLength(text.length(), length);
            return text.toString();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static int length(long length) throws SQLException {
        if (length < 0 || length > Integer.MAX_VALUE - 8) {
            throw SqlErrors.invalidArgument("The length of a stream is " + length + ": expected 0 to 2 GiB");
        }
        return (int) length;
    }

    private static void requireLength(int found, long length) throws SQLException {
        if (length != ALL && found != length) {
            throw SqlErrors.invalidArgument("The stream ended after " + found + ": expected " + length);
        }
    }

    private static SQLException unreadable(IOException e) {
        SQLException failure = SqlErrors.invalidArgument("The stream cannot be read: " + e.getMessage());
        failure.initCause(e);
        return failure;
    }
}
