package io.chconnect.embedded;

import io.chconnect.client.transport.ArrowBatches;
import io.chconnect.client.transport.ArrowForm;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.engine.EngineArrowBatch;
import io.chconnect.engine.EngineArrowStream;
import io.chconnect.engine.EngineStatement;
import io.chconnect.error.CancelledException;
import io.chconnect.error.StatementOutcome;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Batches of Arrow in the engine's memory. The engine works on the next one while one is read. */
final class EmbeddedArrowBatches implements ArrowBatches {
    private final EmbeddedStatement statement;
    private final EngineArrowStream stream;
    private final ReadAhead<EngineArrowBatch> batches;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedArrowBatches(
            EmbeddedStatement statement, EngineArrowStream stream, @Nullable EngineArrowBatch first) {
        this.statement = statement;
        this.stream = stream;
        this.batches = new ReadAhead<>(statement, stream::next, EngineArrowBatch::close, first);
    }

    /** Starts the query and waits for its first batch, with which the schema comes. */
    static EmbeddedArrowBatches start(EmbeddedStatement statement, ArrowForm form) {
        EngineStatement sql = statement.sql("Native");
        return statement.run(connection -> {
            EngineArrowStream stream = connection.streamArrow(sql, form.dictionaries(), form.binaryStrings());
            try {
                return new EmbeddedArrowBatches(statement, stream, stream.next());
            } catch (RuntimeException e) {
                stream.close();
                throw e;
            }
        });
    }

    @Override
    public void schema(long address) {
        lock.lock();
        try {
            requireOpen();
            stream.moveSchemaTo(address);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long next(long address) {
        lock.lock();
        try {
            requireOpen();
            EngineArrowBatch batch = batches.next();
            if (batch == null) {
                return -1;
            }
            batch.moveTo(address);
            return batch.rowCount();
        } finally {
            lock.unlock();
        }
    }

    /** The engine tells no figures of such a query. */
    @Override
    public StatementSummary summary() {
        return StatementSummary.UNKNOWN;
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
            statement.close(this::free);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new CancelledException("The result is closed", StatementOutcome.UNKNOWN, null);
        }
    }

    /** Called on a thread for calls into the engine. */
    private void free() {
        try {
            stream.close();
        } finally {
            batches.free();
        }
    }
}
