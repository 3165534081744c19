package io.chconnect.client.internal.statement;

import io.chconnect.client.Session;
import io.chconnect.error.ConfigurationException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sessions that have a statement under way: the server takes one at a time, and this says so before anything is sent. */
final class SessionLocks {
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /**
     * Takes a session until the lock is closed; nothing for null.
     *
     * @throws ConfigurationException if a statement of it is under way
     */
    Lock take(@Nullable Session session) {
        if (session == null) {
            return () -> {};
        }
        String id = session.id();
        if (!busy.add(id)) {
            throw new ConfigurationException("Session " + id
                    + " has a statement under way, or a result that is not closed: a session takes one at a time");
        }
        return () -> busy.remove(id);
    }

    /** A session in use. */
    @FunctionalInterface
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }
}
