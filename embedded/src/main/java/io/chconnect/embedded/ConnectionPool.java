package io.chconnect.embedded;

import io.chconnect.engine.EmbeddedEngine;
import io.chconnect.engine.EngineConnection;
import io.chconnect.engine.EngineStatement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Connections in the state of new ones, kept for the next statement. Thread-safe. */
final class ConnectionPool {
    /** The zone of a top-level DateTime arrives only in binary type names. */
    private static final Map<String, String> SETTINGS =
            Map.of("output_format_native_encode_types_in_binary_format", "1");

    private static final int MAX_IDLE = 4;

    private final EmbeddedEngine engine;
    private final String database;
    private final Deque<EngineConnection> idle = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();

    ConnectionPool(EmbeddedEngine engine, String database) {
        this.engine = engine;
        this.database = database;
    }

    /** A connection without settings of a statement. */
    EngineConnection take() {
        EngineConnection connection;
        lock.lock();
        try {
            connection = idle.pollLast();
        } finally {
            lock.unlock();
        }
        return connection == null ? open(Map.of(), database) : connection;
    }

    /** A new connection. */
    EngineConnection open(Map<String, String> settings, String database) {
        Map<String, String> all = new LinkedHashMap<>(SETTINGS);
        all.putAll(settings);
        EngineConnection connection = engine.connect(all);
        try {
            if (!database.isEmpty()) {
                use(connection, database);
            }
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Keeps a connection whose state nobody changed, or closes it. */
    void giveBack(EngineConnection connection) {
        lock.lock();
        try {
            if (idle.size() < MAX_IDLE) {
                idle.addLast(connection);
                return;
            }
        } finally {
            lock.unlock();
        }
        connection.close();
    }

    static void use(EngineConnection connection, String database) {
        String quoted = database.replace("\\", "\\\\").replace("`", "\\`");
        connection.query(EngineStatement.of("USE `" + quoted + "`")).close();
    }
}
