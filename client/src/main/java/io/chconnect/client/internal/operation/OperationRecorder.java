package io.chconnect.client.internal.operation;

import io.chconnect.client.OperationAttempt;
import io.chconnect.client.OperationEnd;
import io.chconnect.client.OperationInfo;
import io.chconnect.client.OperationObserver;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an operation and its attempts into the flight recording. */
final class OperationRecorder implements OperationObserver {
    private final OperationInfo operation;
    private final OperationEvent whole = new OperationEvent();
    private @Nullable AttemptEvent part;

    private OperationRecorder(OperationInfo operation) {
        this.operation = operation;
        whole.begin();
    }

    /** Null when nothing is recorded. */
    static @Nullable OperationObserver start(OperationInfo operation) {
        boolean recorded = new OperationEvent().isEnabled() || new AttemptEvent().isEnabled();
        return recorded ? new OperationRecorder(operation) : null;
    }

    @Override
    public Map<String, String> attempt(OperationAttempt attempt) {
        AttemptEvent event = new AttemptEvent();
        event.operationId = operation.id();
        event.number = attempt.number();
        event.host = attempt.host();
        event.port = attempt.port();
        event.queryId = attempt.queryId();
        event.begin();
        part = event;
        whole.queryId = attempt.queryId();
        return Map.of();
    }

    @Override
    public void retry(ClickHouseException failure) {
        commitPart(failure);
    }

    @Override
    public void ended(OperationEnd end) {
        commitPart(end.failure());
        whole.end();
        if (!whole.shouldCommit()) {
            return;
        }
        whole.operationId = operation.id();
        whole.kind = operation.kind().name();
        whole.statement = operation.statement();
        whole.database = operation.database();
        whole.target = operation.target();
        whole.how = end.how().name();
        whole.error = error(end.failure());
        whole.attempts = end.attempts();
        whole.rowsReceived = end.rows();
        whole.rowsWritten = end.summary().writtenRows();
        whole.commit();
    }

    private void commitPart(@Nullable Throwable failure) {
        AttemptEvent event = part;
        part = null;
        if (event != null) {
            event.error = error(failure);
            event.commit();
        }
    }

    private static @Nullable String error(@Nullable Throwable failure) {
        return failure instanceof ServerException server
                ? String.valueOf(server.name())
                : failure == null ? null : failure.getClass().getName();
    }
}
