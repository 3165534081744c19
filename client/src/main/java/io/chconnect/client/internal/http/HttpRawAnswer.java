package io.chconnect.client.internal.http;

import io.chconnect.client.transport.RawAnswer;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.error.TransportException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer over HTTP, and at the end possibly an error behind them. */
final class HttpRawAnswer implements RawAnswer {
    private final HttpExchange exchange;

    HttpRawAnswer(HttpExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public @Nullable ByteBuffer next() {
        ByteBuffer window;
        try {
            window = exchange.body().next();
        } catch (TransportException e) {
            throw exchange.trueCause(e);
        }
        if (window == null) {
            exchange.requireNoException();
        }
        return window;
    }

    @Override
    public @Nullable String queryId() {
        return exchange.queryId();
    }

    @Override
    public @Nullable String format() {
        return exchange.header("X-ClickHouse-Format");
    }

    @Override
    public StatementSummary summary() {
        return exchange.summary();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
