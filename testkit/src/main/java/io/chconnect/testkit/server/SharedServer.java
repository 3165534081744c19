package io.chconnect.testkit.server;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.EmbeddedLibraryException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The extension behind {@link ClickHouseServerTest}. Where the engine cannot be had, tests are skipped with the reason; with
 * {@code CI=true} they fail.
 */
public final class SharedServer implements ParameterResolver, ExecutionCondition {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedServer.class);

    /** For JUnit. */
    public SharedServer() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        EmbeddedLibraryException failure = start(context).failure;
        return failure == null || "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("the engine is there or must be")
                : ConditionEvaluationResult.disabled("no ClickHouse server: " + failure.getMessage());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ClickHouseServer.class;
    }

    @Override
    public ClickHouseServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    /**
     * The shared server, for extensions that build on it.
     *
     * @param context any context of the test run
     * @return the server, started by the first call
     * @throws EmbeddedLibraryException when it cannot be started
     */
    public static ClickHouseServer server(ExtensionContext context) {
        Start start = start(context);
        if (start.server == null) {
            throw new EmbeddedLibraryException("the shared ClickHouse server could not start", start.failure);
        }
        return start.server;
    }

    private static Start start(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        Start start = store.computeIfAbsent(Start.class, key -> Start.now(), Start.class);
        if (start.server == null || start.server.isAlive()) {
            return start;
        }
        // The engine can end by itself when a client goes away inside of a request's head; the next test gets another
        // one.
        store.remove(Start.class);
        start.close();
        return store.computeIfAbsent(Start.class, key -> Start.now(), Start.class);
    }

    /** The one attempt to start a server; JUnit closes it at the end of the run. */
    private static final class Start implements AutoCloseable {
        private final @Nullable ClickHouseServer server;
        private final @Nullable EmbeddedLibraryException failure;

        private Start(@Nullable ClickHouseServer server, @Nullable EmbeddedLibraryException failure) {
            this.server = server;
            this.failure = failure;
        }

        static Start now() {
            try {
                return new Start(ClickHouseServer.start(), null);
            } catch (EmbeddedLibraryException e) {
                return new Start(null, e);
            }
        }

        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }
}
