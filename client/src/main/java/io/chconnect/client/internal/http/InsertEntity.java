package io.chconnect.client.internal.http;

import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockWriter;
import io.chconnect.error.ClickHouseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/** The body of an insert: the statement, then blocks as they are made. Of one use, for one thread. */
final class InsertEntity extends AbstractHttpEntity {
    private final String statement;
    private final BlockSupplier blocks;

    InsertEntity(String statement, BlockSupplier blocks) {
        super(ContentType.APPLICATION_OCTET_STREAM, null, true);
        this.statement = statement;
        this.blocks = blocks;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (SendAhead ahead = new SendAhead(out)) {
            BlockWriter writer = new BlockWriter((bytes, offset, length) -> write(ahead, bytes, offset, length));
            byte[] start = statement.getBytes(StandardCharsets.UTF_8);
            ahead.write(start, 0, start.length);
            for (Block block = nextBlock(); block != null; block = nextBlock()) {
                write(writer, block);
            }
            ahead.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean isRepeatable() {
        return false;
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

    /** A failure must break the connection off: a clean end would make the server store half an insert. */
    private @Nullable Block nextBlock() throws IOException {
        try {
            return blocks.next();
        } catch (RuntimeException e) {
            throw new StoppedInsertException(e);
        }
    }

    private static void write(BlockWriter writer, Block block) throws IOException {
        try {
            writer.write(block);
        } catch (ClickHouseException e) {
            throw new StoppedInsertException(e);
        }
    }

    private static void write(SendAhead out, byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
