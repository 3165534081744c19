package io.chconnect.client.internal.http;

import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TransportException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Undoes the {@code Content-Encoding} of an answer, whatever was asked for: proxies have their own ideas. */
final class ContentDecoder {
    private ContentDecoder() {}

    static InputStream decode(InputStream body, @Nullable String encoding, String node) throws IOException {
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity", "" -> body;
            case "gzip", "x-gzip" -> new Decoded(new GZIPInputStream(body, 64 << 10), body);
            case "deflate" -> new Decoded(new InflaterInputStream(body), body);
            default ->
                throw new TransportException(
                        "The answer of " + node + " has the content encoding \""
                                + HttpFailures.shorten(encoding == null ? "" : encoding)
                                + "\", which this client does not know",
                        StatementOutcome.UNKNOWN,
                        null);
        };
    }

    /** Content that is whole only when the body around it is: its own end says nothing of the last chunk. */
    private static final class Decoded extends FilterInputStream {
        private final InputStream body;

        Decoded(InputStream content, InputStream body) {
            super(content);
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            if (next < 0) {
                requireEnd();
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count < 0) {
                requireEnd();
            }
            return count;
        }

        private void requireEnd() throws IOException {
            if (body.read() >= 0) {
                throw new IOException("there are bytes behind the end of the compressed content");
            }
        }
    }
}
