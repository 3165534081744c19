package io.chconnect.embedded;

import io.chconnect.client.Session;
import io.chconnect.engine.EngineConnection;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ServerErrors;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The sessions of one client, by the rules of a server: each takes one statement at a time and ends when it was idle for its
 * timeout. Each is a connection of its own. Thread-safe.
 */
final class Sessions implements AutoCloseable {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    private static final int SESSION_NOT_FOUND = 372;

    private final Supplier<EngineConnection> connections;
    private final EngineThreads threads;
    private final Map<String, Entry> entries = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    Sessions(Supplier<EngineConnection> connections, EngineThreads threads) {
        this.connections = connections;
        this.threads = threads;
    }

    /** A session that was begun. */
    static final class Entry {
        private final String id;
        private final EngineConnection connection;
        private Duration timeout = DEFAULT_TIMEOUT;
        private boolean busy;
        private long uses;

        private Entry(String id, EngineConnection connection) {
            this.id = id;
            this.connection = connection;
        }

        EngineConnection connection() {
            return connection;
        }
    }

    /** Takes the session for one statement, and begins it when it is new. */
    Entry take(Session session) {
        lock.lock();
        try {
            Entry entry = entries.get(session.id());
            if (entry == null) {
                if (session.mustExist()) {
                    throw ServerErrors.from(
                            "Code: 372. DB::Exception: Session " + session.id() + " not found. (SESSION_NOT_FOUND)",
                            SESSION_NOT_FOUND,
                            null);
                }
                entry = new Entry(session.id(), connections.get());
                entries.put(session.id(), entry);
            }
            if (entry.busy) {
                throw new ConfigurationException("The session \"" + session.id() + "\" is in use: a session takes one"
                        + " statement at a time, and a result it gave must be read or closed first");
            }
            entry.busy = true;
            entry.uses++;
            if (session.idleTimeout() != null) {
                entry.timeout = session.idleTimeout();
            }
            return entry;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the statement; the session stays for its timeout. */
    void release(Entry entry) {
        long uses;
        lock.lock();
        try {
            entry.busy = false;
            uses = entry.uses;
        } finally {
            lock.unlock();
        }
        threads.later(entry.timeout).execute(() -> dropUnused(entry, uses));
    }

    /** Ends the session. */
    void drop(Entry entry) {
        lock.lock();
        try {
            entries.remove(entry.id, entry);
        } finally {
            lock.unlock();
        }
        entry.connection.close();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            entries.clear();
        } finally {
            lock.unlock();
        }
    }

    private void dropUnused(Entry entry, long uses) {
        lock.lock();
        try {
            if (entry.busy || entry.uses != uses || !entries.remove(entry.id, entry)) {
                return;
            }
        } finally {
            lock.unlock();
        }
        entry.connection.close();
    }
}
