package io.chconnect.client.internal.http;

import io.chconnect.client.ConnectionCounts;
import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.ConnectionUrl;
import io.chconnect.client.config.Endpoint;
import io.chconnect.client.internal.net.Watch;
import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.client.transport.CommandOutcome;
import io.chconnect.client.transport.ExternalData;
import io.chconnect.client.transport.Pooled;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.RawAnswer;
import io.chconnect.client.transport.RawContent;
import io.chconnect.client.transport.RawFormats;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.client.transport.Transport;
import io.chconnect.codec.Zones;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.ServerException;
import io.chconnect.error.StatementOutcome;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Statements over ClickHouse's HTTP interface. */
final class HttpTransport implements Transport, RawFormats, ExternalData, Pooled {
    private final Endpoint endpoint;
    private final HttpRequestEncoder encoder;
    private final HttpRuntime runtime;
    private volatile ServerDialect dialect = ServerDialect.CURRENT;
    private volatile boolean dialectKnown;

    HttpTransport(ClientConfig config) {
        this.endpoint = config.endpoint();
        this.encoder = new HttpRequestEncoder(config);
        this.runtime = new HttpRuntime(config, ConnectionUrl.endpoints(config), encoder);
    }

    @Override
    public String name() {
        return endpoint.toString();
    }

    @Override
    public QueryEvents query(StatementRequest request) {
        ServerDialect known = dialect;
        try {
            return query(request, known);
        } catch (RuntimeException e) {
            if (known.oldZone() != null || !ServerDialect.refusesRevision(e)) {
                throw ServerDialect.explain(request, e);
            }
            request.observer().retry((ServerException) e);
        }
        String zone = command(request.withoutParameters("SELECT timezone()")).text();
        ServerDialect old = new ServerDialect(Zones.ofServer(zone.strip()));
        dialect = old;
        try {
            return query(request, old);
        } catch (RuntimeException e) {
            throw ServerDialect.explain(request, e);
        }
    }

    private QueryEvents query(StatementRequest request, ServerDialect spoken) {
        HttpOperation operation = runtime.begin(request);
        try {
            StatementSending sending = new StatementSending(
                    runtime.completeQuery(operation, request), (each, queryId) -> encoder.query(each, queryId, spoken));
            HttpExchange exchange = runtime.attempts().run(operation, sending);
            runtime.follow(operation, exchange);
            dialectKnown = true;
            return HttpQueryEvents.open(exchange, spoken);
        } catch (RuntimeException | Error e) {
            runtime.giveUp(operation, e);
            throw e;
        }
    }

    @Override
    public CommandOutcome command(StatementRequest request) {
        HttpOperation operation = runtime.begin(request);
        try (operation;
                HttpExchange exchange = runtime.attempts()
                        .run(operation, new StatementSending(runtime.complete(operation, request), encoder::command))) {
            byte[] body = exchange.readAll();
            return CommandOutcome.of(ByteBuffer.wrap(body), exchange.summary());
        } catch (RuntimeException e) {
            runtime.giveUp(operation, e);
            throw ServerDialect.explain(request, e);
        }
    }

    @Override
    public StatementSummary insert(StatementRequest request, BlockSupplier blocks) {
        HttpOperation operation = runtime.begin(request);
        ReplayableBlocks replayable = new ReplayableBlocks(blocks);
        try (operation;
                HttpExchange exchange = runtime.attempts()
                        .run(operation, new InsertSending(runtime.complete(operation, request), encoder, replayable))) {
            replayable.rethrowFailure();
            exchange.readAll();
            return exchange.summary();
        } catch (RuntimeException e) {
            runtime.giveUp(operation, e);
            replayable.rethrowFailure();
            throw StoppedInsertException.trueCause(e);
        }
    }

    @Override
    public RawAnswer rawQuery(StatementRequest request, @Nullable String format) {
        if (encoder.receivesFrames() && !dialectKnown) {
            query(request.withoutParameters("SELECT 1")).close();
        }
        ServerDialect spoken = dialect;
        HttpOperation operation = runtime.begin(request);
        try {
            StatementSending sending = new StatementSending(
                    runtime.completeQuery(operation, request),
                    (each, queryId) -> encoder.rawQuery(each, queryId, format, spoken));
            HttpExchange exchange = runtime.attempts().run(operation, sending);
            runtime.follow(operation, exchange);
            return new HttpRawAnswer(exchange);
        } catch (RuntimeException e) {
            runtime.giveUp(operation, e);
            throw ServerDialect.explain(request, e);
        } catch (Error e) {
            runtime.giveUp(operation, e);
            throw e;
        }
    }

    @Override
    public StatementSummary rawInsert(StatementRequest request, RawContent content) {
        HttpOperation operation = runtime.begin(request);
        try (operation;
                HttpExchange exchange = runtime.attempts()
                        .run(operation, new RawInsertSending(runtime.complete(operation, request), encoder, content))) {
            exchange.readAll();
            return exchange.summary();
        } catch (RuntimeException e) {
            runtime.giveUp(operation, e);
            throw StoppedInsertException.trueCause(e);
        }
    }

    @Override
    public void ping(Duration deadline) {
        try (Watch watch = runtime.watch(deadline)) {
            String answer = runtime.ping(watch, deadline);
            if (!answer.startsWith("Ok")) {
                throw new ConnectionException(
                        name() + " does not answer as ClickHouse does: " + HttpFailures.shorten(answer),
                        StatementOutcome.NOT_APPLICABLE,
                        null);
            }
        }
    }

    @Override
    public ConnectionCounts connections() {
        return runtime.pool().counts();
    }

    @Override
    public boolean cancel(String operationId) {
        return runtime.cancel(operationId);
    }

    @Override
    public void close() {
        runtime.close();
    }
}
