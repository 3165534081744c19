package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Endpoint;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.client.transport.CommandOutcome;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.client.transport.Transport;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.StatementOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Statements over ClickHouse's HTTP interface. */
final class HttpTransport implements Transport {
    private static final ContentType SQL = ContentType.create("text/plain", StandardCharsets.UTF_8);

    private final Endpoint endpoint;
    private final HttpRequestEncoder encoder;
    private final HttpExchanges exchanges;

    HttpTransport(ClientConfig config) {
        this.endpoint = config.endpoint();
        this.encoder = new HttpRequestEncoder(config);
        this.exchanges = new HttpExchanges(
                endpoint, config.get(Options.CONNECT_TIMEOUT), config.get(Options.MAX_CONNECTIONS), encoder.headers());
    }

    @Override
    public String name() {
        return endpoint.toString();
    }

    @Override
    public QueryEvents query(StatementRequest request) {
        HttpExchange exchange = exchanges.send(post(encoder.queryPath(request), sql(request)), request.timeout());
        return HttpQueryEvents.open(exchange);
    }

    @Override
    public CommandOutcome command(StatementRequest request) {
        try (HttpExchange exchange =
                exchanges.send(post(encoder.commandPath(request), sql(request)), request.timeout())) {
            byte[] body = exchange.readAll();
            return new CommandOutcome(new String(body, StandardCharsets.UTF_8), exchange.summary());
        }
    }

    @Override
    public StatementSummary insert(StatementRequest request, BlockSupplier blocks) {
        InsertEntity entity = new InsertEntity(request.sql() + " FORMAT Native\n", blocks);
        try (HttpExchange exchange = exchanges.send(post(encoder.commandPath(request), entity), request.timeout())) {
            entity.rethrowFailure();
            exchange.readAll();
            return exchange.summary();
        } catch (RuntimeException e) {
            entity.rethrowFailure();
            throw e;
        }
    }

    @Override
    public void ping(Duration deadline) {
        try (HttpExchange exchange = exchanges.send(new HttpGet("/ping"), deadline)) {
            String answer = new String(exchange.readAll(), StandardCharsets.UTF_8);
            if (!answer.startsWith("Ok")) {
                throw new ConnectionException(
                        name() + " does not answer as ClickHouse does: " + HttpFailures.shorten(answer),
                        StatementOutcome.NOT_SENT,
                        null);
            }
        }
    }

    @Override
    public void close() {
        exchanges.close();
    }

    private static HttpEntity sql(StatementRequest request) {
        return new ByteArrayEntity(request.sql().getBytes(StandardCharsets.UTF_8), SQL);
    }

    private static HttpUriRequestBase post(String path, HttpEntity entity) {
        HttpPost post = new HttpPost(path);
        post.setEntity(entity);
        return post;
    }
}
