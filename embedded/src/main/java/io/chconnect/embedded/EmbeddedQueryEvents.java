package io.chconnect.embedded;

import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockReader;
import io.chconnect.engine.EngineResult;
import io.chconnect.error.CancelledException;
import io.chconnect.error.StatementOutcome;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The answer of a query in process: chunks of whole Native blocks, read in place. */
final class EmbeddedQueryEvents implements QueryEvents {
    private final EmbeddedStatement statement;
    private final EmbeddedChunks chunks;
    private final ZoneId zone;
    private final BlockReader reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable EngineResult chunk;
    private boolean headerGiven;

    EmbeddedQueryEvents(EmbeddedStatement statement, EmbeddedChunks chunks, ZoneId zone) {
        this.statement = statement;
        this.chunks = chunks;
        this.zone = zone;
        this.reader = BlockReader.withBinaryTypes(this::nextChunk, zone);
    }

    @Override
    public QueryEvent next() {
        // The reader works on the engine's own memory, which must not be freed under it.
        lock.lock();
        try {
            return nextEvent();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void recycle(Block block) {
        reader.recycle(block);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (!lock.tryLock()) {
            statement.cancel();
            lock.lock();
        }
        try {
            releaseChunk();
            statement.close(chunks::free);
        } finally {
            lock.unlock();
        }
    }

    private QueryEvent nextEvent() {
        if (closed.get()) {
            throw new CancelledException("The result is closed", StatementOutcome.UNKNOWN, null);
        }
        if (!headerGiven) {
            headerGiven = true;
            return new QueryEvent.Header(null, zone, chunks.answer());
        }
        Block block = reader.read();
        return block == null ? new QueryEvent.End(chunks.summary()) : new QueryEvent.Data(block);
    }

    private @Nullable ByteBuffer nextChunk() {
        releaseChunk();
        EngineResult next = chunks.next();
        // A statement without rows has a chunk all the same, of no bytes.
        while (next != null && next.length() == 0) {
            next.close();
            next = chunks.next();
        }
        chunk = next;
        return next == null ? null : next.buffer();
    }

    private void releaseChunk() {
        if (chunk != null) {
            chunk.close();
            chunk = null;
        }
    }
}
