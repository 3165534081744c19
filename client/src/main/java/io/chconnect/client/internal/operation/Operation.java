package io.chconnect.client.internal.operation;

import io.chconnect.client.OperationAttempt;
import io.chconnect.client.OperationEnd;
import io.chconnect.client.OperationObserver;
import io.chconnect.client.Progress;
import io.chconnect.client.ProgressListener;
import io.chconnect.client.Summary;
import io.chconnect.client.transport.AttemptObserver;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ClickHouseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One operation under way. What its observers throw goes no further. Ends once, from any thread. */
public final class Operation implements AttemptObserver {
    private static final Logger LOG = LoggerFactory.getLogger(Operation.class);

    private final String id;
    private final List<OperationObserver> observers;
    private final @Nullable CallScope scope;
    private final long started = System.nanoTime();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicLong rows = new AtomicLong();

    Operation(String id, List<OperationObserver> observers, @Nullable CallScope scope) {
        this.id = id;
        this.observers = List.copyOf(observers);
        this.scope = scope;
        if (scope != null) {
            scope.enter(id);
        }
    }

    /** The statement as a transport gets it. */
    public StatementRequest observed(StatementRequest request) {
        List<OperationObserver> wanting =
                observers.stream().filter(Operation::wantsProgress).toList();
        ProgressListener asked = request.progress();
        ProgressListener progress = wanting.isEmpty() ? asked : each -> tell(asked, wanting, each);
        return observers.isEmpty() && scope == null ? request : request.observedBy(progress, this);
    }

    @Override
    public Map<String, String> attempt(OperationAttempt attempt) {
        // A transport that starts over, for an old server, counts anew.
        OperationAttempt next =
                new OperationAttempt(attempts.incrementAndGet(), attempt.host(), attempt.port(), attempt.queryId());
        if (scope != null) {
            scope.check();
        }
        Map<String, String> headers = new HashMap<>();
        tell(observer -> headers.putAll(observer.attempt(next)));
        return headers;
    }

    @Override
    public void sent() {
        tell(OperationObserver::sent);
    }

    @Override
    public void firstByte() {
        tell(OperationObserver::firstByte);
    }

    @Override
    public void retry(ClickHouseException failure) {
        tell(observer -> observer.retry(failure));
    }

    /** Rows of the answer have arrived. */
    public void received(int count) {
        rows.addAndGet(count);
    }

    public void completed(StatementSummary summary) {
        end(OperationEnd.How.COMPLETED, null, summary);
    }

    /** The answer was closed before its end. */
    public void left() {
        end(OperationEnd.How.LEFT, null, StatementSummary.UNKNOWN);
    }

    public void failed(Throwable failure) {
        boolean cancelled = failure instanceof CancelledException;
        end(cancelled ? OperationEnd.How.CANCELLED : OperationEnd.How.FAILED, failure, StatementSummary.UNKNOWN);
    }

    private void end(OperationEnd.How how, @Nullable Throwable failure, StatementSummary summary) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        if (scope != null) {
            scope.leave(id);
        }
        if (!observers.isEmpty()) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
            OperationEnd end = new OperationEnd(how, failure, Summary.of(summary), rows.get(), attempts.get(), elapsed);
            observers.forEach(observer -> tell(observer, each -> each.ended(end)));
        }
    }

    private void tell(Consumer<OperationObserver> event) {
        if (!over.get()) {
            observers.forEach(observer -> tell(observer, event));
        }
    }

    private static void tell(OperationObserver observer, Consumer<OperationObserver> event) {
        try {
            event.accept(observer);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.warn("An operation observer failed: {}", observer.getClass().getName(), e);
        }
    }

    private void tell(@Nullable ProgressListener asked, List<OperationObserver> wanting, Progress progress) {
        wanting.forEach(observer -> tell(observer, each -> each.progress(progress)));
        if (asked != null) {
            asked.onProgress(progress);
        }
    }

    private static boolean wantsProgress(OperationObserver observer) {
        try {
            return observer.wantsProgress();
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.warn("An operation observer failed: {}", observer.getClass().getName(), e);
            return false;
        }
    }
}
