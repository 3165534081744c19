package io.chconnect.embedded;

import io.chconnect.client.transport.RawAnswer;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.engine.EngineResult;
import io.chconnect.error.CancelledException;
import io.chconnect.error.StatementOutcome;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** An answer as bytes, in the engine's own memory. */
final class EmbeddedRawAnswer implements RawAnswer {
    private static final long SLICE = 1 << 26;

    private final EmbeddedStatement statement;
    private final EmbeddedChunks chunks;
    private final @Nullable String format;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable EngineResult chunk;
    private long position;

    EmbeddedRawAnswer(EmbeddedStatement statement, EmbeddedChunks chunks, @Nullable String format) {
        this.statement = statement;
        this.chunks = chunks;
        this.format = format;
    }

    @Override
    public @Nullable ByteBuffer next() {
        lock.lock();
        try {
            if (closed.get()) {
                throw new CancelledException("The answer is closed", StatementOutcome.UNKNOWN, null);
            }
            EngineResult current = chunk;
            while (current == null || position == current.length()) {
                releaseChunk();
                current = chunks.next();
                if (current == null) {
                    return null;
                }
                chunk = current;
                position = 0;
            }
            int size = (int) Math.min(SLICE, current.length() - position);
            ByteBuffer slice = current.slice(position, size);
            position += size;
            return slice;
        } finally {
            lock.unlock();
        }
    }

    /** The engine tells no ids. */
    @Override
    public @Nullable String queryId() {
        return null;
    }

    @Override
    public @Nullable String format() {
        return format;
    }

    @Override
    public StatementSummary summary() {
        lock.lock();
        try {
            return chunks.summary();
        } finally {
            lock.unlock();
        }
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

    private void releaseChunk() {
        if (chunk != null) {
            chunk.close();
            chunk = null;
        }
    }
}
