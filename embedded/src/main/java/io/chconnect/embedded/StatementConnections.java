package io.chconnect.embedded;

import io.chconnect.client.Session;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.engine.EngineConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the connection for a statement, so that no statement sees the settings or tables of another. Thread-safe. */
final class StatementConnections implements AutoCloseable {
    /** What leaves its connection as it was. Anything else, such as SET and USE, may not. */
    private static final Pattern STATELESS = Pattern.compile(
            "\\s*(?:SELECT|WITH|INSERT|SHOW|DESCRIBE|DESC|EXISTS|EXPLAIN)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final ConnectionPool pool;
    private final Sessions sessions;
    private final String database;

    StatementConnections(ConnectionPool pool, Sessions sessions, String database) {
        this.pool = pool;
        this.sessions = sessions;
        this.database = database;
    }

    /**
     * A connection, and what shall be done with it behind its statement.
     *
     * @param end behind one that came to its end
     * @param discard behind one that failed or was left
     */
    record Lease(EngineConnection connection, Runnable end, Runnable discard) {}

    /** Opens or takes a connection in the state the statement wants. */
    Lease take(StatementRequest request) {
        String wanted = request.database() == null ? database : request.database();
        Session session = request.session();
        if (session != null) {
            return inSession(session, request);
        }
        if (request.settings().isEmpty()
                && request.externalTables().isEmpty()
                && wanted.equals(database)
                && STATELESS.matcher(request.sql()).matches()) {
            EngineConnection connection = pool.take();
            return new Lease(connection, () -> pool.giveBack(connection), connection::close);
        }
        EngineConnection connection = pool.open(request.settings(), wanted);
        try {
            ExternalTables.create(connection, request.externalTables());
            return new Lease(connection, connection::close, connection::close);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() {
        sessions.close();
    }

    private Lease inSession(Session session, StatementRequest request) {
        Sessions.Entry entry = sessions.take(session);
        EngineConnection connection = entry.connection();
        List<Runnable> undo = new ArrayList<>();
        Runnable end = () -> {
            try {
                for (int i = undo.size() - 1; i >= 0; i--) {
                    undo.get(i).run();
                }
                sessions.release(entry);
            } catch (RuntimeException e) {
                // A session in an unknown state must not go on.
                sessions.drop(entry);
                throw e;
            }
        };
        try {
            String wanted = request.database();
            if (wanted != null) {
                undo.add(SessionState.use(connection, wanted));
            }
            request.settings().forEach((name, value) -> undo.add(SessionState.set(connection, name, value)));
            if (!request.externalTables().isEmpty()) {
                undo.add(() -> ExternalTables.drop(connection, request.externalTables()));
                ExternalTables.create(connection, request.externalTables());
            }
            return new Lease(connection, end, end);
        } catch (RuntimeException e) {
            end.run();
            throw e;
        }
    }
}
