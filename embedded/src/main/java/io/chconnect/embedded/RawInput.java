package io.chconnect.embedded;

import io.chconnect.client.transport.RawContent;
import io.chconnect.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Data as bytes on their way into the engine, which takes them uncompressed. */
final class RawInput {
    private static final int CHUNK = 1 << 16;

    private RawInput() {}

    /** Takes a range of an array. */
    @FunctionalInterface
    interface Target {
        void append(byte[] bytes, int offset, int length);
    }

    /** Opens the data and hands all of it over. */
    static void copy(RawContent content, Target target) {
        try (InputStream in = decoded(content.source().open(), content.encoding())) {
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                target.append(chunk, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream decoded(InputStream in, @Nullable String encoding) throws IOException {
        if (encoding == null) {
            return in;
        }
        switch (encoding) {
            case "gzip" -> {
                return new GZIPInputStream(in, CHUNK);
            }
            case "deflate" -> {
                return new InflaterInputStream(in);
            }
            default -> {
                in.close();
                throw new ConfigurationException("The embedded engine takes data uncompressed or compressed as gzip or"
                        + " deflate, not as " + encoding);
            }
        }
    }
}
