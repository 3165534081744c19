package io.chconnect.client.internal.operation;

import io.chconnect.client.OperationAttempt;
import io.chconnect.client.OperationEnd;
import io.chconnect.client.OperationInfo;
import io.chconnect.client.OperationObserver;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Operations in the log: at DEBUG what happened, at TRACE the shape of statements, too. Messages of failures may show parts of
 * a statement, so they are for those who catch them, not for the log.
 */
final class OperationLog implements OperationObserver {
    private static final Logger LOG = LoggerFactory.getLogger("io.chconnect.client.operations");

    private final OperationInfo operation;

    private OperationLog(OperationInfo operation) {
        this.operation = operation;
    }

    /** Null when nothing would be written. */
    static @Nullable OperationObserver start(OperationInfo operation) {
        if (!LOG.isDebugEnabled()) {
            return null;
        }
        if (LOG.isTraceEnabled()) {
            LOG.trace("Operation {} runs {}", operation.id(), operation.shape());
        }
        return new OperationLog(operation);
    }

    @Override
    public Map<String, String> attempt(OperationAttempt attempt) {
        LOG.trace(
                "Operation {}: attempt {} at {}:{} as query {}",
                operation.id(),
                attempt.number(),
                attempt.host(),
                attempt.port(),
                attempt.queryId());
        return Map.of();
    }

    @Override
    public void retry(ClickHouseException failure) {
        LOG.debug("Operation {} at {} is tried again after {}", operation.id(), operation.target(), name(failure));
    }

    @Override
    public void ended(OperationEnd end) {
        LOG.debug(
                "Operation {} ({} {} at {}): {} after {} ms, {} attempts, {} rows received{}",
                operation.id(),
                operation.kind(),
                operation.statement(),
                operation.target(),
                end.how(),
                end.elapsed().toMillis(),
                end.attempts(),
                end.rows(),
                end.failure() == null ? "" : ", " + name(end.failure()));
    }

    private static String name(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof ServerException error ? name + " " + error.code() + " " + error.name() : name;
    }
}
