package io.chconnect.client.internal.http;

import io.chconnect.client.transport.RawContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** The body of an insert of bytes: the statement, unless it is elsewhere, then the bytes. */
final class RawEntity extends AbstractHttpEntity {
    private static final int BUFFER_BYTES = 64 << 10;

    private final String statement;
    private final RawContent content;

    RawEntity(String statement, RawContent content) {
        super(ContentType.APPLICATION_OCTET_STREAM, content.encoding(), true);
        this.statement = statement;
        this.content = content;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(statement.getBytes(StandardCharsets.UTF_8));
        try (InputStream in = open()) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    @Override
    public boolean isRepeatable() {
        return content.repeatable();
    }

    @Override
    public long getContentLength() {
        return -1;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("the body is written, not read");
    }

    @Override
    public void close() {}

    private InputStream open() throws IOException {
        try {
            return content.source().open();
        } catch (IOException e) {
            throw new StoppedInsertException(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            throw new StoppedInsertException(e);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new StoppedInsertException(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            throw new StoppedInsertException(e);
        }
    }
}
