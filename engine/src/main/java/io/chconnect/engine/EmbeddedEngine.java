package io.chconnect.engine;

import io.chconnect.engine.internal.library.WritableDirectory;
import io.chconnect.engine.internal.natives.DataPath;
import io.chconnect.engine.internal.natives.EngineShutdown;
import io.chconnect.engine.internal.natives.NativeConnection;
import io.chconnect.engine.internal.natives.NativeEngine;
import io.chconnect.engine.internal.natives.NativeResult;
import io.chconnect.engine.internal.natives.SqlText;
import io.chconnect.error.ConfigurationException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The engine in this process, on one data directory or in memory. A process has one data directory at a time: any number
 * of engines may be open on the same one, a second one is refused until all of them are closed. Native calls block and
 * stall virtual threads: call from platform threads. Safe for use by many threads.
 */
public final class EmbeddedEngine implements AutoCloseable {
    /**
     * Statements have no id that could be chosen. A setting is shown with each and can stand in for one; this one does
     * nothing in process, and unlike {@code log_comment} nobody misses it.
     */
    private static final String TAG_SETTING = "send_logs_source_regexp";

    private final EngineOptions options;
    private final DataPath dataPath;
    private final NativeConnection anchor;
    private final EngineShutdown.Entry shutdownEntry;
    private final Set<NativeConnection> connections = ConcurrentHashMap.newKeySet();

    /** Shared by those who open a connection, so that none opens behind the last close and restarts the engine. */
    private final ReadWriteLock opening = new ReentrantReadWriteLock();

    private boolean closed;

    private EmbeddedEngine(EngineOptions options, DataPath dataPath, NativeConnection anchor) {
        this.options = options;
        this.dataPath = dataPath;
        this.anchor = anchor;
        this.shutdownEntry = EngineShutdown.register(this::closeAtExit);
    }

    /**
     * Loads the library, which may mean to fetch it first, and opens the data directory.
     *
     * @param options what to open
     * @return the engine, to be closed by the caller
     * @throws io.chconnect.error.EmbeddedLibraryException when the library cannot be found, loaded or started
     * @throws ConfigurationException when this process has another data directory or another library open
     */
    public static EmbeddedEngine open(EngineOptions options) {
        Path directory = options.dataDirectory();
        Path library = EngineLibrary.locate(options.library());
        DataPath dataPath = DataPath.acquire(directory == null ? null : WritableDirectory.require(directory));
        try {
            NativeEngine.load(library);
            return new EmbeddedEngine(options, dataPath, NativeConnection.start(dataPath.directory()));
        } catch (RuntimeException | Error e) {
            dataPath.release();
            throw e;
        }
    }

    /**
     * Opens a connection with the settings of the options. It has its own session: current database, settings, temporary
     * tables.
     *
     * @return the connection, to be closed by the caller; closing the engine closes it too
     * @throws io.chconnect.error.ServerException when a setting is refused
     * @throws ConfigurationException when this engine is closed
     */
    public EngineConnection connect() {
        return connect(Map.of());
    }

    /**
     * Opens a connection with further query-level settings.
     *
     * @param settings settings by name; they go before those of the options
     * @return the connection, to be closed by the caller; closing the engine closes it too
     * @throws io.chconnect.error.ServerException when a setting is unknown or its value is refused
     * @throws ConfigurationException when this engine is closed
     */
    public EngineConnection connect(Map<String, String> settings) {
        String tag = "chconnect-" + UUID.randomUUID();
        Map<String, String> all = new LinkedHashMap<>(Map.of(TAG_SETTING, tag));
        all.putAll(options.settings());
        all.putAll(settings);
        // It forbids the others.
        String readonly = all.remove("readonly");
        if (readonly != null) {
            all.put("readonly", readonly);
        }
        if (!tag.equals(all.get(TAG_SETTING))) {
            throw new ConfigurationException("setting " + TAG_SETTING + " marks statements of the embedded engine for"
                    + " their cancellation and has no other use in process; leave it out");
        }
        opening.readLock().lock();
        try {
            if (closed) {
                throw new ConfigurationException("this embedded engine is closed");
            }
            NativeConnection connection = NativeConnection.open(dataPath.directory(), all, () -> kill(tag));
            connections.add(connection);
            return new EngineConnection(connection, () -> progress(tag), connections::remove);
        } finally {
            opening.readLock().unlock();
        }
    }

    /**
     * The directory of the tables.
     *
     * @return an absolute path, or null when they are in memory
     */
    public @Nullable Path dataDirectory() {
        return options.dataDirectory();
    }

    /** Closes all connections of this engine, which kills their running statements. Idempotent. */
    @Override
    public void close() {
        opening.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            opening.writeLock().unlock();
        }
        shutdownEntry.cancel();
        try {
            connections.forEach(NativeConnection::close);
            anchor.close();
        } finally {
            dataPath.release();
        }
    }

    private void kill(String tag) {
        anchor.query(EngineStatement.of("KILL QUERY WHERE " + tagged(tag) + " ASYNC")
                        .withFormat("Null"))
                .close();
    }

    private @Nullable EngineProgress progress(String tag) {
        EngineStatement statement = EngineStatement.of("SELECT read_rows, read_bytes, total_rows_approx, written_rows,"
                        + " written_bytes, toInt64(elapsed * 1e9) FROM system.processes WHERE " + tagged(tag))
                .withFormat("RowBinary");
        try (NativeResult result = anchor.query(statement)) {
            if (result.rowCount() == 0) {
                return null;
            }
            ByteBuffer row = result.buffer();
            return new EngineProgress(
                    row.getLong(),
                    row.getLong(),
                    row.getLong(),
                    row.getLong(),
                    row.getLong(),
                    Duration.ofNanos(row.getLong()));
        }
    }

    private static String tagged(String tag) {
        return "Settings['" + TAG_SETTING + "'] = " + SqlText.literal(tag);
    }

    private void closeAtExit(Duration limit) {
        // A connection open at exit can crash the JVM, and a running statement would hold up its closing.
        if (anchor.tryKillAll(limit)) {
            connections.forEach(connection -> connection.tryClose(limit));
            anchor.tryClose(limit);
        }
    }
}
