package io.chconnect.embedded;

import io.chconnect.client.transport.StatementRequest;
import io.chconnect.engine.EmbeddedEngine;
import io.chconnect.engine.EngineConnection;
import io.chconnect.engine.EngineInsert;
import io.chconnect.engine.EngineResult;
import io.chconnect.engine.EngineStatement;
import io.chconnect.engine.EngineStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One statement and its connection. The engine cannot be interrupted from within, so every call into it is guarded: when it
 * takes too long, the statement is killed by its tag.
 */
final class EmbeddedStatement implements AutoCloseable {
    private final Watchdog watchdog;
    private final StatementRequest request;
    private final EngineConnection connection;

    private EmbeddedStatement(Watchdog watchdog, StatementRequest request, EngineConnection connection) {
        this.watchdog = watchdog;
        this.request = request;
        this.connection = connection;
    }

    static EmbeddedStatement open(EmbeddedEngine engine, Watchdog watchdog, String database, StatementRequest request) {
        Map<String, String> settings = new HashMap<>(request.settings());
        // The zone of a top-level DateTime arrives only in binary type names.
        settings.put("output_format_native_encode_types_in_binary_format", "1");
        EngineConnection connection = engine.connect(settings);
        EmbeddedStatement statement = new EmbeddedStatement(watchdog, request, connection);
        try {
            if (!database.isEmpty()) {
                statement.use(database);
            }
            return statement;
        } catch (RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** Runs the statement to its end. */
    EngineResult run(String format) {
        return guarded(() -> connection.query(sql().withFormat(format)));
    }

    /** Starts the statement; its blocks come as they are asked for. */
    EngineStream stream() {
        return guarded(() -> connection.stream(sql()));
    }

    /** Starts the statement as an insert. */
    EngineInsert insert() {
        return guarded(() -> connection.insert(EngineStatement.of(request.sql())));
    }

    /** A call into the engine, bounded in time. */
    <T> T guarded(Supplier<T> call) {
        return watchdog.guard(request.timeout(), this::kill, call);
    }

    /** A call into the engine, bounded in time. */
    void guarded(Runnable call) {
        guarded(() -> {
            call.run();
            return true;
        });
    }

    /** Makes the engine give up, from any thread. */
    void kill() {
        connection.kill();
    }

    @Override
    public void close() {
        connection.close();
    }

    private void use(String database) {
        String quoted = database.replace("\\", "\\\\").replace("`", "\\`");
        guarded(() -> connection.query(EngineStatement.of("USE `" + quoted + "`")))
                .close();
    }

    private EngineStatement sql() {
        EngineStatement statement = EngineStatement.of(request.sql());
        for (Map.Entry<String, String> parameter : request.parameters().entrySet()) {
            statement = statement.withParameter(parameter.getKey(), parameter.getValue());
        }
        return statement;
    }
}
