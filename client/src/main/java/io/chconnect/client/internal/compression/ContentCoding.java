package io.chconnect.client.internal.compression;

import io.chconnect.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The compressions of {@code Content-Encoding} that this client and the server both know. */
public enum ContentCoding {
    LZ4("lz4") {
        @Override
        public InputStream decode(InputStream in) {
            return new Lz4FrameInput(in);
        }

        @Override
        public OutputStream encode(OutputStream out) throws IOException {
            return Lz4FrameOutput.open(out);
        }
    },
    ZSTD("zstd") {
        @Override
        public InputStream decode(InputStream in) throws IOException {
            return ZstdStreams.decode(in);
        }

        @Override
        public OutputStream encode(OutputStream out) throws IOException {
            return ZstdStreams.encode(out);
        }
    },
    GZIP("gzip") {
        @Override
        public InputStream decode(InputStream in) throws IOException {
            return new GZIPInputStream(in, BUFFER_BYTES);
        }

        @Override
        public OutputStream encode(OutputStream out) throws IOException {
            return new GZIPOutputStream(out, BUFFER_BYTES);
        }
    },
    DEFLATE("deflate") {
        @Override
        public InputStream decode(InputStream in) {
            return new InflaterInputStream(in);
        }

        @Override
        public OutputStream encode(OutputStream out) {
            return new DeflaterOutputStream(out);
        }
    },
    BROTLI("br") {
        @Override
        public InputStream decode(InputStream in) throws IOException {
            return BrotliStreams.decode(in);
        }

        @Override
        public OutputStream encode(OutputStream out) throws IOException {
            return BrotliStreams.encode(out);
        }
    };

    private static final int BUFFER_BYTES = 64 << 10;

    private final String token;

    ContentCoding(String token) {
        this.token = token;
    }

    /** The name in headers. */
    public String token() {
        return token;
    }

    /**
     * A stream that unpacks another one, and ends where that one ends.
     *
     * @throws ConfigurationException if a library is missing
     */
    public abstract InputStream decode(InputStream in) throws IOException;

    /**
     * A stream that packs into another one; closing it finishes the content and closes the other.
     *
     * @throws ConfigurationException if a library is missing
     */
    public abstract OutputStream encode(OutputStream out) throws IOException;

    /** The coding of a header; null for one that this client does not know. */
    public static @Nullable ContentCoding of(String token) {
        String name = token.strip().toLowerCase(Locale.ROOT);
        for (ContentCoding coding : values()) {
            if (coding.token.equals(name) || name.equals("x-" + coding.token)) {
                return coding;
            }
        }
        return null;
    }
}
