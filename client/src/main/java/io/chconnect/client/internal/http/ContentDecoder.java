package io.chconnect.client.internal.http;

import io.chconnect.client.internal.compression.ContentCoding;
import io.chconnect.client.internal.compression.FrameInput;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TransportException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/** Undoes the {@code Content-Encoding} of an answer, whatever was asked for: proxies have their own ideas. */
final class ContentDecoder {
    private ContentDecoder() {}

    /** Whether an encoding can be undone. */
    static boolean knows(@Nullable String encoding) {
        return encoding == null || isIdentity(encoding.strip()) || ContentCoding.of(encoding.strip()) != null;
    }

    private static boolean isIdentity(String encoding) {
        return encoding.isEmpty() || encoding.equalsIgnoreCase("identity");
    }

    /** The content of a body; {@code framed} when frames of ClickHouse's own were asked for. */
    static InputStream decode(InputStream body, @Nullable String encoding, boolean framed, String node)
            throws IOException {
        InputStream content = decode(body, encoding == null ? "" : encoding.strip(), node);
        return framed ? FrameInput.open(content) : content;
    }

    private static InputStream decode(InputStream body, String encoding, String node) throws IOException {
        if (isIdentity(encoding)) {
            return body;
        }
        ContentCoding coding = ContentCoding.of(encoding);
        if (coding == null) {
            throw new TransportException(
                    "The answer of " + node + " has the content encoding \"" + HttpFailures.shorten(encoding)
                            + "\", which this client does not know",
                    StatementOutcome.UNKNOWN,
                    null);
        }
        PushbackInputStream whole = new PushbackInputStream(body);
        int first = whole.read();
        if (first < 0) {
            return whole;
        }
        whole.unread(first);
        return new Decoded(coding.decode(whole), whole);
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
