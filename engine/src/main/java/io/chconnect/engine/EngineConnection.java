package io.chconnect.engine;

import io.chconnect.engine.internal.natives.NativeConnection;
import io.chconnect.engine.internal.natives.Unreachable;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the engine in this process, with its own session. It runs one statement at a time: calls of several
 * threads wait for each other, and while a stream or an insert is open every other statement is refused. Calls block
 * until the engine answers and do not react to interrupts; {@link #kill} stops a statement. A connection that cannot be
 * reached any more, neither by its streams and inserts, is closed at the garbage collector's time.
 */
public final class EngineConnection implements AutoCloseable {
    private final NativeConnection connection;
    private final Supplier<@Nullable EngineProgress> progress;
    private final Cleaner.Cleanable cleanable;

    EngineConnection(
            NativeConnection connection,
            Supplier<@Nullable EngineProgress> progress,
            Consumer<NativeConnection> onClose) {
        this.connection = connection;
        this.progress = progress;
        this.cleanable = Unreachable.onUnreachable(this, () -> {
            connection.close();
            onClose.accept(connection);
        });
    }

    /**
     * Runs a statement and holds its whole result in native memory.
     *
     * @param statement the statement
     * @return the result, to be closed by the caller
     * @throws io.chconnect.error.ServerException when the engine refuses or aborts the statement
     * @throws io.chconnect.error.ConfigurationException when the connection is closed or has an open stream or insert
     */
    public EngineResult query(EngineStatement statement) {
        try {
            return new EngineResult(connection.query(statement));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Runs a statement whose result is fetched in chunks.
     *
     * @param statement the statement
     * @return the stream, to be closed by the caller; the connection is free for other statements only after that
     * @throws io.chconnect.error.ServerException when the engine refuses the statement; some refusals, such as an
     *     unknown table, come with the first {@link EngineStream#next}
     * @throws io.chconnect.error.ConfigurationException when the connection is closed or has an open stream or insert
     */
    public EngineStream stream(EngineStatement statement) {
        try {
            return new EngineStream(this, connection.stream(statement));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Runs a query whose result is fetched in batches of Arrow's C Data Interface.
     *
     * @param statement the query, whose format does not matter
     * @param dictionaries whether LowCardinality columns keep their dictionaries
     * @param binaryStrings whether String columns are binary; otherwise they are marked as UTF-8, which nobody checks
     * @return the stream, to be closed by the caller; the connection is free for other statements only after that
     * @throws io.chconnect.error.ServerException when the engine refuses the statement; some refusals come with the first
     *     {@link EngineArrowStream#next}
     * @throws io.chconnect.error.ConfigurationException when the connection is closed or has an open stream or insert, or
     *     the engine library is older than 26.7.0
     */
    public EngineArrowStream streamArrow(EngineStatement statement, boolean dictionaries, boolean binaryStrings) {
        try {
            return new EngineArrowStream(this, connection.arrow(statement, dictionaries, binaryStrings));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Begins an insert whose data is appended in chunks.
     *
     * @param statement {@code INSERT INTO table (columns)} without FORMAT and data; its format is that of the data
     * @return the insert, to be closed by the caller; the connection is free for other statements only after that
     * @throws io.chconnect.error.ServerException when the engine refuses the statement; some refusals come with the
     *     data or at its end
     * @throws io.chconnect.error.ConfigurationException when the connection is closed or has an open stream or insert
     */
    public EngineInsert insert(EngineStatement statement) {
        try {
            return new EngineInsert(this, connection.insert(statement));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Asks the engine to stop the statement that runs here, and returns at once. It fails with error 394,
     * {@code QUERY_WAS_CANCELLED}. Meant for another thread than the one that runs it. A statement that only begins may not
     * be found yet; then nothing happens.
     *
     * @throws io.chconnect.error.ConfigurationException when the engine is closed
     */
    public void kill() {
        try {
            connection.kill();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * How far the statement is that another thread runs here.
     *
     * @return null when none runs
     * @throws io.chconnect.error.ConfigurationException when the engine is closed
     */
    public @Nullable EngineProgress progress() {
        return progress.get();
    }

    /**
     * Whether {@link #close} was called.
     *
     * @return true after close
     */
    public boolean isClosed() {
        return connection.isClosed();
    }

    /** Kills a running statement, an open stream or insert, and ends the session. Idempotent. */
    @Override
    public void close() {
        cleanable.clean();
    }
}
