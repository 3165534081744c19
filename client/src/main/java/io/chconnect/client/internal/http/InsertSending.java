package io.chconnect.client.internal.http;

import io.chconnect.client.ProgressListener;
import io.chconnect.client.transport.AttemptObserver;
import io.chconnect.client.transport.StatementRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** An insert, whose body is its statement and blocks. */
final class InsertSending implements HttpAttempts.Sending {
    private final StatementRequest request;
    private final HttpRequestEncoder encoder;
    private final ReplayableBlocks blocks;

    InsertSending(StatementRequest request, HttpRequestEncoder encoder, ReplayableBlocks blocks) {
        this.request = request;
        this.encoder = encoder;
        this.blocks = blocks;
    }

    @Override
    public ClassicHttpRequest request(String queryId) {
        blocks.startOver();
        return encoder.insert(request, queryId, blocks);
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
        return blocks.canStartOver();
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
