package io.chconnect.client.internal.statement;

import io.chconnect.client.OperationInfo.Kind;
import io.chconnect.client.internal.operation.CallScope;
import io.chconnect.client.internal.operation.Operation;
import io.chconnect.client.internal.operation.Operations;
import io.chconnect.client.transport.ArrowBatches;
import io.chconnect.client.transport.ArrowExport;
import io.chconnect.client.transport.ArrowForm;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements: refuses what the transport cannot do, keeps the statements of a session apart, and releases answers that
 * nobody closed. Thread-safe.
 */
public final class Statements {
    private final Transport transport;
    private final Operations operations;
    private final SessionLocks sessions;
    private final AtomicBoolean closed;
    private final @Nullable CallScope scope;

    public Statements(Transport transport, Operations operations) {
        this(transport, operations, new SessionLocks(), new AtomicBoolean(), null);
    }

    private Statements(
            Transport transport,
            Operations operations,
            SessionLocks sessions,
            AtomicBoolean closed,
            @Nullable CallScope scope) {
        this.transport = transport;
        this.operations = operations;
        this.sessions = sessions;
        this.closed = closed;
        this.scope = scope;
    }

    /** The same, for statements that a scope can end. */
    public Statements within(CallScope callScope) {
        return new Statements(transport, operations, sessions, closed, callScope);
    }

    /** Work that takes along to another thread what belongs to this one. */
    public Runnable carry(Runnable work) {
        return operations.carry(work);
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
        closed.set(true);
        transport.close();
    }

    public QueryEvents query(StatementRequest request) {
        check(request);
        return hold(Kind.QUERY, request, transport::query, HeldEvents::new);
    }

    public CommandOutcome command(StatementRequest request) {
        check(request);
        return run(Kind.COMMAND, request, transport::command, CommandOutcome::summary);
    }

    public StatementSummary insert(StatementRequest request, BlockSupplier blocks) {
        check(request);
        return run(Kind.INSERT, request, each -> transport.insert(each, blocks), summary -> summary);
    }

    public RawAnswer rawQuery(StatementRequest request, @Nullable String format) {
        check(request);
        RawFormats raw = rawFormats();
        return hold(Kind.RAW_QUERY, request, each -> raw.rawQuery(each, format), HeldAnswer::new);
    }

    public StatementSummary rawInsert(StatementRequest request, RawContent content) {
        check(request);
        RawFormats raw = rawFormats();
        return run(Kind.RAW_INSERT, request, each -> raw.rawInsert(each, content), summary -> summary);
    }

    public ArrowBatches arrowQuery(StatementRequest request, ArrowForm form) {
        check(request);
        if (!(transport instanceof ArrowExport export)) {
            throw cannot("hand results out as Arrow's own memory; the engine in process can");
        }
        return hold(Kind.QUERY, request, each -> export.arrowQuery(each, form), HeldBatches::new);
    }

    /** Refuses what would fail, without running it. */
    public void check(StatementRequest request) {
        checkOpen();
        if (!request.externalTables().isEmpty() && !(transport instanceof ExternalData)) {
            throw cannot("take external tables along with a statement");
        }
    }

    /** Runs a statement to its end. */
    private <T> T run(
            Kind kind,
            StatementRequest request,
            Function<StatementRequest, T> call,
            Function<T, StatementSummary> summary) {
        SessionLocks.Lock lock = sessions.take(request.session());
        try (lock) {
            Operation operation = operations.start(kind, request, scope);
            try {
                T outcome = call.apply(operation.observed(request));
                operation.completed(summary.apply(outcome));
                return outcome;
            } catch (RuntimeException | Error e) {
                operation.failed(e);
                throw e;
            }
        }
    }

    /** Makes an answer and what watches over it; neither is left behind when the other fails. */
    private <T extends AutoCloseable> T hold(
            Kind kind, StatementRequest request, Function<StatementRequest, T> call, Holding<T> holding) {
        SessionLocks.Lock lock = sessions.take(request.session());
        Operation operation = operations.start(kind, request, scope);
        try {
            T answer = call.apply(operation.observed(request));
            return holding.hold(
                    answer, new Abandonment.Resource(answer, lock, operation, request.queryId()), operation);
        } catch (RuntimeException | Error e) {
            operation.failed(e);
            lock.close();
            throw e;
        }
    }

    /** Puts an answer together with what it holds. */
    @FunctionalInterface
    private interface Holding<T> {
        T hold(T answer, Abandonment.Resource resource, Operation operation);
    }

    private void checkOpen() {
        if (closed.get()) {
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
