package io.chconnect.client.internal.statement;

import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.client.transport.CommandOutcome;
import io.chconnect.client.transport.ExternalData;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.RawAnswer;
import io.chconnect.client.transport.RawContent;
import io.chconnect.client.transport.RawFormats;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.client.transport.Transport;
import io.chconnect.error.ConfigurationException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements: refuses what the transport cannot do, keeps the statements of a session apart, and releases answers that
 * nobody closed. Thread-safe.
 */
public final class Statements {
    private final Transport transport;
    private final SessionLocks sessions = new SessionLocks();
    private volatile boolean closed;

    public Statements(Transport transport) {
        this.transport = transport;
    }

    public Transport transport() {
        return transport;
    }

    /** Asks whether ClickHouse is there; an exception says that it is not. */
    public void ping(Duration limit) {
        checkOpen();
        transport.ping(limit);
    }

    public void close() {
        closed = true;
        transport.close();
    }

    public QueryEvents query(StatementRequest request) {
        check(request);
        return hold(request, transport::query, HeldEvents::new);
    }

    public CommandOutcome command(StatementRequest request) {
        check(request);
        SessionLocks.Lock lock = sessions.take(request.session());
        try (lock) {
            return transport.command(request);
        }
    }

    public StatementSummary insert(StatementRequest request, BlockSupplier blocks) {
        check(request);
        SessionLocks.Lock lock = sessions.take(request.session());
        try (lock) {
            return transport.insert(request, blocks);
        }
    }

    public RawAnswer rawQuery(StatementRequest request, @Nullable String format) {
        check(request);
        RawFormats raw = rawFormats();
        return hold(request, each -> raw.rawQuery(each, format), HeldAnswer::new);
    }

    public StatementSummary rawInsert(StatementRequest request, RawContent content) {
        check(request);
        RawFormats raw = rawFormats();
        SessionLocks.Lock lock = sessions.take(request.session());
        try (lock) {
            return raw.rawInsert(request, content);
        }
    }

    /** Makes an answer and what watches over it; neither is left behind when the other fails. */
    private <T extends AutoCloseable> T hold(
            StatementRequest request, Function<StatementRequest, T> call, Holding<T> holding) {
        SessionLocks.Lock lock = sessions.take(request.session());
        try {
            T answer = call.apply(request);
            return holding.hold(answer, new Abandonment.Resource(answer, lock, request.queryId()));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Puts an answer together with what it holds. */
    @FunctionalInterface
    private interface Holding<T> {
        T hold(T answer, Abandonment.Resource resource);
    }

    private void check(StatementRequest request) {
        checkOpen();
        if (!request.externalTables().isEmpty() && !(transport instanceof ExternalData)) {
            throw cannot("take external tables along with a statement");
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new ConfigurationException("The client of " + transport.name() + " is closed");
        }
    }

    private RawFormats rawFormats() {
        if (transport instanceof RawFormats raw) {
            return raw;
        }
        throw cannot("carry data in other formats than its own");
    }

    private ConfigurationException cannot(String what) {
        return new ConfigurationException(transport.name() + " cannot " + what);
    }
}
