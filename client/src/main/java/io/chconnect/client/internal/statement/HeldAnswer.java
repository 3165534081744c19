package io.chconnect.client.internal.statement;

import io.chconnect.client.internal.operation.Operation;
import io.chconnect.client.transport.RawAnswer;
import io.chconnect.client.transport.StatementSummary;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer, together with what its statement holds. */
final class HeldAnswer implements RawAnswer {
    private final RawAnswer answer;
    private final Abandonment.Resource resource;
    private final Operation operation;

    HeldAnswer(RawAnswer answer, Abandonment.Resource resource, Operation operation) {
        this.answer = answer;
        this.resource = resource;
        this.operation = operation;
        Abandonment.watch(this, resource);
    }

    @Override
    public @Nullable ByteBuffer next() {
        ByteBuffer window = nextWindow();
        if (window == null) {
            operation.completed(answer.summary());
            resource.releaseSession();
        }
        return window;
    }

    @Override
    public @Nullable String queryId() {
        return answer.queryId();
    }

    @Override
    public @Nullable String format() {
        return answer.format();
    }

    @Override
    public StatementSummary summary() {
        return answer.summary();
    }

    @Override
    public void close() {
        resource.close();
    }

    private @Nullable ByteBuffer nextWindow() {
        try {
            return answer.next();
        } catch (RuntimeException e) {
            operation.failed(e);
            throw e;
        }
    }
}
