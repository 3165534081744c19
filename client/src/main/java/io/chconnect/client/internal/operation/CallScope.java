package io.chconnect.client.internal.operation;

import io.chconnect.error.CancelledException;
import io.chconnect.error.StatementOutcome;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The statements that belong to one call, which may be ended together from any thread. Thread-safe. */
public final class CallScope {
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Consumer<String> canceller;
    private volatile boolean cancelled;

    /**
     * Makes an empty scope.
     *
     * @param canceller ends the statement of an operation id, if a transport has it under way; does not block
     */
    public CallScope(Consumer<String> canceller) {
        this.canceller = canceller;
    }

    /** Ends what is under way, and everything that would follow. */
    public void cancel() {
        cancelled = true;
        underWay.forEach(canceller);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    void enter(String operationId) {
        underWay.add(operationId);
    }

    void leave(String operationId) {
        underWay.remove(operationId);
    }

    /**
     * Refuses an attempt of a call that is cancelled. A transport asks when it would find the statement, so that a cancel that
     * comes before that moment is seen here, and one that comes later there.
     */
    void check() {
        if (cancelled) {
            throw new CancelledException(
                    "The call was cancelled before its statement was sent", StatementOutcome.NOT_SENT, null);
        }
    }
}
