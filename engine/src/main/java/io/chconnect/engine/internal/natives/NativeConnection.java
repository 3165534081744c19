package io.chconnect.engine.internal.natives;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.chconnect.engine.EngineStatement;
import io.chconnect.engine.internal.library.FileTrees;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.EmbeddedLibraryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Owns a {@code chdb_connection} and lets one statement at a time use it. */
public final class NativeConnection implements AutoCloseable {
    private final Pointer handle;
    private final Pointer connection;
    private final Runnable kill;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable OpenStatement open;
    private volatile boolean closed;

    /** A stream or an insert, which occupies its connection until it is ended. */
    interface OpenStatement {
        /** Cancels it and frees its memory; called with the connection's lock held. */
        void end();
    }

    private NativeConnection(Pointer handle, Runnable kill) {
        this.handle = handle;
        this.kill = kill;
        this.connection = handle.getPointer(0);
    }

    /**
     * Opens a connection that starts the engine when there is none.
     *
     * @param directory the directory of the tables, or null for memory
     * @return the connection
     */
    public static NativeConnection start(@Nullable Path directory) {
        Path config = null;
        try {
            // Without a file named, the engine takes a config.xml of the working directory for its own.
            config = Files.createTempFile("clickhouse-connect-", ".xml");
            Files.write(config, "<clickhouse/>".getBytes(StandardCharsets.US_ASCII));
            return connect(directory, List.of("--config-file=" + config), () -> {});
        } catch (IOException e) {
            throw new EmbeddedLibraryException("cannot write the engine's configuration: " + e, e);
        } finally {
            if (config != null) {
                FileTrees.delete(config);
            }
        }
    }

    /**
     * Opens a further connection.
     *
     * @param directory the directory of the running engine, or null for memory
     * @param settings query-level settings
     * @param kill asks the engine, by another connection, to stop what runs on this one
     * @return the connection
     */
    public static NativeConnection open(@Nullable Path directory, Map<String, String> settings, Runnable kill) {
        NativeConnection connection = connect(directory, List.of(), kill);
        try {
            // As arguments of chdb_connect, wrong settings would be ignored, or refused without a reason.
            settings.forEach((name, value) -> connection
                    .query(EngineStatement.of("SET " + SqlText.settingName(name) + " = " + SqlText.literal(value)))
                    .close());
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static NativeConnection connect(@Nullable Path directory, List<String> options, Runnable kill) {
        List<String> arguments = new ArrayList<>(options);
        arguments.add(0, "clickhouse");
        if (directory != null) {
            // The engine takes the path ":memory:" for a directory of that name.
            arguments.add("--path=" + directory);
        }
        try (Memory argv = CStrings.arguments(arguments)) {
            Pointer handle = LibChdb.chdb_connect(arguments.size(), argv);
            NativeEngine.restoreSignals();
            if (handle == null) {
                throw new EmbeddedLibraryException("the engine refused to open "
                        + (directory == null ? "tables in memory" : directory)
                        + "; it writes the reason to the standard error output. The directory must be writable and not"
                        + " in use by another process");
            }
            return new NativeConnection(handle, kill);
        }
    }

    public NativeResult query(EngineStatement statement) {
        lock.lock();
        try {
            requireFree();
            return NativeResult.own(StatementCall.QUERY.begin(connection, statement));
        } finally {
            lock.unlock();
        }
    }

    public NativeStream stream(EngineStatement statement) {
        lock.lock();
        try {
            requireFree();
            NativeStream stream =
                    new NativeStream(this, NativeResult.check(StatementCall.STREAM.begin(connection, statement)));
            open = stream;
            return stream;
        } finally {
            lock.unlock();
        }
    }

    public NativeArrowStream arrow(EngineStatement statement, boolean dictionaries, boolean binaryStrings) {
        NativeEngine.requireArrow();
        lock.lock();
        // unsupported_as_binary, low_cardinality_as_dictionary and string_as_string, copied by the call
        try (Memory options = new Memory(3L * Integer.BYTES)) {
            requireFree();
            options.write(0, new int[] {0, dictionaries ? 1 : 0, binaryStrings ? 0 : 1}, 0, 3);
            NativeArrowStream stream = new NativeArrowStream(
                    this, NativeResult.check(StatementCall.arrow(options).begin(connection, statement)));
            open = stream;
            return stream;
        } finally {
            lock.unlock();
        }
    }

    public NativeInsert insert(EngineStatement statement) {
        lock.lock();
        try {
            requireFree();
            NativeInsert insert = NativeEngine.streamsInserts()
                    ? StreamedInsert.begin(this, statement)
                    : FileInsert.begin(this, statement);
            open = insert;
            return insert;
        } finally {
            lock.unlock();
        }
    }

    public boolean isClosed() {
        return closed;
    }

    /**
     * Asks all statements of all connections to stop.
     *
     * @param limit how long to wait for this connection
     * @return false when this connection stayed busy
     */
    public boolean tryKillAll(Duration limit) {
        return withinLimit(limit, () -> {
            if (!closed) {
                query(EngineStatement.of("KILL QUERY WHERE query_kind != 'KillQuery' ASYNC")
                                .withFormat("Null"))
                        .close();
            }
        });
    }

    /**
     * Closes the connection unless it stays busy.
     *
     * @param limit how long to wait
     */
    public void tryClose(Duration limit) {
        withinLimit(limit, this::close);
    }

    /** Kills what another thread runs here. */
    @Override
    public void close() {
        lockKilling();
        try {
            if (!closed) {
                if (open != null) {
                    open.end();
                    open = null;
                }
                closed = true;
                LibChdb.chdb_close_conn(handle);
            }
        } finally {
            lock.unlock();
        }
    }

    ReentrantLock lock() {
        return lock;
    }

    Pointer pointer() {
        return connection;
    }

    /** Asks the engine to stop what runs here, and returns at once. For any thread. */
    public void kill() {
        kill.run();
    }

    /** Takes the lock; a statement of another thread is killed for it. */
    void lockKilling() {
        if (!lock.tryLock()) {
            Killing.during(kill, lock::lock);
        }
    }

    /** Ends a statement by a call that would wait for its work; killing makes that short. */
    void end(Runnable call) {
        Killing.during(kill, call);
    }

    /** Called with the lock held. */
    void release(OpenStatement statement) {
        if (statement.equals(open)) {
            open = null;
        }
    }

    private boolean withinLimit(Duration limit, Runnable action) {
        try {
            if (!lock.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            action.run();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void requireFree() {
        if (closed) {
            throw new ConfigurationException("this engine connection is closed");
        }
        if (open != null) {
            throw new ConfigurationException("this engine connection has an open "
                    + (open instanceof NativeInsert ? "insert" : "stream")
                    + "; close it first or use another connection");
        }
    }
}
