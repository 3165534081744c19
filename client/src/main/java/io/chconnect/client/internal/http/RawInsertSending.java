package io.chconnect.client.internal.http;

import io.chconnect.client.ProgressListener;
import io.chconnect.client.transport.AttemptObserver;
import io.chconnect.client.transport.RawContent;
import io.chconnect.client.transport.StatementRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** An insert, whose body is bytes in some format. */
final class RawInsertSending implements HttpAttempts.Sending {
    private final StatementRequest request;
    private final HttpRequestEncoder encoder;
    private final RawContent content;
    private boolean started;

    RawInsertSending(StatementRequest request, HttpRequestEncoder encoder, RawContent content) {
        this.request = request;
        this.encoder = encoder;
        this.content = content;
    }

    @Override
    public ClassicHttpRequest request(String queryId) {
        started = true;
        return encoder.rawInsert(request, queryId, content);
    }

    @Override
    public @Nullable String queryId() {
        return request.queryId();
    }

    @Override
    public boolean repeatable() {
        return request.repeatable();
    }

    @Override
    public boolean replayable() {
        return content.repeatable() || !started;
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
