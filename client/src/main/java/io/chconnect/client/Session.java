package io.chconnect.client;

import io.chconnect.error.ConfigurationException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session on the server: it keeps temporary tables and what {@code SET} and {@code USE} did, from statement to statement.
 * It takes one statement at a time, and ends when it was idle for its timeout. Immutable; a session belongs to one server.
 *
 * @param id its id, unguessable unless others shall join in
 * @param idleTimeout how long it is kept without use, in whole seconds; null for the server's default
 * @param mustExist whether a statement fails when there is no such session yet, instead of starting it
 */
public record Session(String id, @Nullable Duration idleTimeout, boolean mustExist) {
    /** Checks the values. */
    public Session {
        if (id.isBlank()) {
            throw new ConfigurationException("The id of a session is blank: expected a unique text");
        }
        if (idleTimeout != null && (idleTimeout.getNano() != 0 || idleTimeout.getSeconds() < 1)) {
            throw new ConfigurationException("The idle timeout of a session is " + idleTimeout
                    + ": expected a whole number of seconds, 1 at least");
        }
    }

    /**
     * A new session with an id of its own. It starts with its first statement.
     *
     * @return a new session
     */
    public static Session create() {
        return of(UUID.randomUUID().toString());
    }

    /**
     * The session with an id.
     *
     * @param id the id
     * @return the session, which is started when it is not there
     */
    public static Session of(String id) {
        return new Session(id, null, false);
    }

    /**
     * The same session, kept for longer or shorter.
     *
     * @param timeout how long it is kept without use; whole seconds, 1 at least
     * @return a new object
     */
    public Session withIdleTimeout(Duration timeout) {
        return new Session(id, timeout, mustExist);
    }

    /**
     * The same session, which is not started but must be there.
     *
     * @return a new object
     */
    public Session existing() {
        return new Session(id, idleTimeout, true);
    }
}
