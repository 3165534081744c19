package io.chconnect.client.internal.http;

import io.chconnect.client.ProgressListener;
import io.chconnect.client.internal.sql.StatementKind;
import io.chconnect.client.transport.StatementRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** A statement whose body is its text. */
final class StatementSending implements HttpAttempts.Sending {
    private static final ContentType SQL = ContentType.create("text/plain", StandardCharsets.UTF_8);

    private final StatementRequest request;
    private final BiFunction<StatementRequest, String, String> path;

    StatementSending(StatementRequest request, BiFunction<StatementRequest, String, String> path) {
        this.request = request;
        this.path = path;
    }

    @Override
    public ClassicHttpRequest request(String queryId) {
        HttpPost post = new HttpPost(path.apply(request, queryId));
        post.setEntity(new ByteArrayEntity(request.sql().getBytes(StandardCharsets.UTF_8), SQL));
        return post;
    }

    @Override
    public @Nullable String queryId() {
        return request.queryId();
    }

    @Override
    public boolean repeatable() {
        return StatementKind.reads(request.sql());
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
}
