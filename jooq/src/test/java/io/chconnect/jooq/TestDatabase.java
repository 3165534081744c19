package io.chconnect.jooq;

import io.chconnect.client.Client;
import io.chconnect.testkit.server.SharedServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A client of the shared server, on a database of the test class's own. */
public final class TestDatabase implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestDatabase.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** What a test is given. */
    public record Scratch(Client client, String name) implements AutoCloseable {
        /** Runs statements, separated by semicolons at the ends of lines. */
        public void run(String... statements) {
            for (String statement : statements) {
                client.command(statement);
            }
        }

        /** The first value of a query as text. */
        public String text(String sql) {
            try (var result = client.query(sql)) {
                return String.valueOf(result.rows().get(0).get(0));
            }
        }

        @Override
        public void close() {
            client.command("DROP DATABASE IF EXISTS " + name);
            client.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scratch.class;
    }

    @Override
    public Scratch resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(context.getRequiredTestClass(), key -> open(context), Scratch.class);
    }

    private static Scratch open(ExtensionContext context) {
        String url = SharedServer.server(context).url();
        String name = "jooq_" + NUMBER.incrementAndGet();
        try (Client admin = Client.connect(url)) {
            admin.command("CREATE DATABASE " + name + " ENGINE = Atomic");
        }
        return new Scratch(Client.connect(url + (url.endsWith("/") ? "" : "/") + name), name);
    }
}
