package io.chconnect.client.internal.http;

import io.chconnect.client.ProgressListener;
import io.chconnect.client.internal.sql.StatementKind;
import io.chconnect.client.transport.AttemptObserver;
import io.chconnect.client.transport.StatementRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** A statement that has everything it needs from the start. */
final class StatementSending implements HttpAttempts.Sending {
    private final StatementRequest request;
    private final BiFunction<StatementRequest, String, HttpPost> shape;

    StatementSending(StatementRequest request, BiFunction<StatementRequest, String, HttpPost> shape) {
        this.request = request;
        this.shape = shape;
    }

    @Override
    public ClassicHttpRequest request(String queryId) {
        return shape.apply(request, queryId);
    }

    @Override
    public @Nullable String queryId() {
        return request.queryId();
    }

    @Override
    public boolean repeatable() {
        return request.repeatable() || StatementKind.reads(request.sql());
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public Duration silence() {
        return request.timeout();
    }

    @Override
    public List<String> secrets() {
        return List.copyOf(request.parameters().values());
    }

    @Override
    public @Nullable Consumer<String> progress() {
        ProgressListener listener = request.progress();
        return listener == null ? null : header -> listener.onProgress(ProgressHeader.parse(header));
    }

    @Override
    public AttemptObserver observer() {
        return request.observer();
    }
}
