package io.chconnect.engine;

import io.chconnect.engine.internal.natives.NativeConnection;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A connection to the engine in this process, with its own session. It runs one statement at a time: calls of several
 * threads wait for each other, and while a stream or an insert is open every other statement is refused. Calls block
 * until the engine answers and do not react to interrupts; {@link EmbeddedEngine#kill} stops a statement.
 */
public final class EngineConnection implements AutoCloseable {
    private final NativeConnection connection;
    private final Consumer<EngineConnection> onClose;

    EngineConnection(NativeConnection connection, Consumer<EngineConnection> onClose) {
        this.connection = connection;
        this.onClose = onClose;
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
        return new EngineResult(connection.query(statement));
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
        return new EngineStream(connection.stream(statement));
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
        return new EngineInsert(connection.insert(statement));
    }

    /**
     * Whether {@link #close} was called.
     *
     * @return true after close
     */
    public boolean isClosed() {
        return connection.isClosed();
    }

    /** Waits for a running statement, cancels an open stream or insert, and ends the session. Idempotent. */
    @Override
    public void close() {
        connection.close();
        onClose.accept(this);
    }

    void tryClose(Duration limit) {
        connection.tryClose(limit);
    }
}
