package io.chconnect.embedded;

import io.chconnect.engine.EngineConnection;
import io.chconnect.engine.EngineResult;
import io.chconnect.engine.EngineStatement;
import io.chconnect.error.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes of a session for one statement, each with the action that takes it back. */
final class SessionState {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private SessionState() {}

    /** Changes the current database. */
    static Runnable use(EngineConnection connection, String database) {
        String before = read(connection, "SELECT currentDatabase()");
        ConnectionPool.use(connection, database);
        return () -> ConnectionPool.use(connection, before == null ? "default" : before);
    }

    /** Changes a setting. */
    static Runnable set(EngineConnection connection, String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new ConfigurationException("\"" + name + "\" is not the name of a setting");
        }
        String before = read(connection, "SELECT value FROM system.settings WHERE changed AND name = '" + name + "'");
        run(connection, "SET " + name + " = " + literal(value));
        return () -> run(connection, "SET " + name + " = " + (before == null ? "DEFAULT" : literal(before)));
    }

    private static void run(EngineConnection connection, String sql) {
        connection.query(EngineStatement.of(sql)).close();
    }

    /** One value as it is, or null when there is no row. */
    private static @Nullable String read(EngineConnection connection, String sql) {
        try (EngineResult result = connection.query(EngineStatement.of(sql).withFormat("RawBLOB"))) {
            return result.rowCount() == 0
                    ? null
                    : StandardCharsets.UTF_8.decode(result.buffer()).toString();
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
