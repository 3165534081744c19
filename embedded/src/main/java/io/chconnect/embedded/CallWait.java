package io.chconnect.embedded;

import io.chconnect.engine.EngineConnection;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a statement's calls into the engine, which know neither limits nor interrupts: what takes too long, or is
 * cancelled, is killed. The wait ends soon after that even when the engine does not. Thread-safe.
 */
final class CallWait {
    /** A kill that comes before the engine lists the statement finds nothing, so it is repeated after each slice. */
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Duration timeout;
    private final @Nullable Duration deadline;
    private final Runnable tick;
    private final long start = System.nanoTime();
    private volatile @Nullable EngineConnection connection;
    private final ReentrantLock killing = new ReentrantLock();
    private volatile boolean cancelled;
    private volatile boolean killed;
    private boolean over;

    /**
     * @param timeout the limit of each call
     * @param deadline the limit of all calls together, or null
     * @param tick is run now and then while a call is waited for
     */
    CallWait(Duration timeout, @Nullable Duration deadline, Runnable tick) {
        this.timeout = timeout;
        this.deadline = deadline;
        this.tick = tick;
    }

    /** The connection that the calls use. */
    void connection(EngineConnection used) {
        connection = used;
    }

    /** Whether the statement was killed. */
    boolean killed() {
        return killed;
    }

    /** Makes the statement fail as cancelled, from any thread. */
    void cancel() {
        cancelled = true;
        kill();
    }

    /** The statement is at its end; from now on its connection is not killed. */
    void over() {
        killing.lock();
        try {
            over = true;
        } finally {
            killing.unlock();
        }
    }

    private void kill() {
        EngineConnection used = connection;
        killing.lock();
        try {
            killed = true;
            if (used != null && !over) {
                used.kill();
            }
        } catch (ClickHouseException e) {
            // The engine is closed, which kills too, or out of memory for this; then the next slice tries again.
        } finally {
            killing.unlock();
        }
    }

    /** Waits for a call that was started. */
    <T extends @Nullable Object> T await(Future<T> call) {
        long began = System.nanoTime();
        while (true) {
            if (cancelled) {
                throw end(call, new CancelledException("The statement was cancelled", StatementOutcome.UNKNOWN, null));
            }
            Duration limit = limit(began);
            long left = limit.toNanos() - (System.nanoTime() - began);
            if (left <= 0 && !call.isDone()) {
                throw end(call, late());
            }
            try {
                return call.get(Math.min(Math.max(left, 1), SLICE_NANOS), TimeUnit.NANOSECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                tick.run();
            } catch (InterruptedException e) {
                CancelledException cancellation =
                        new CancelledException("The statement was interrupted", StatementOutcome.UNKNOWN, e);
                ClickHouseException ended = end(call, cancellation);
                Thread.currentThread().interrupt();
                throw ended;
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }
    }

    /** What a call's own failure means, when the statement was cancelled meanwhile. */
    private RuntimeException failure(@Nullable Throwable cause) {
        if (cancelled && cause instanceof ServerException) {
            return new CancelledException("The statement was cancelled", StatementOutcome.UNKNOWN, cause);
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private Duration limit(long began) {
        Duration total = deadline;
        if (total == null) {
            return timeout;
        }
        Duration left = total.minusNanos(began - start);
        return left.compareTo(timeout) < 0 ? left : timeout;
    }

    private TimeoutException late() {
        Duration total = deadline;
        boolean all = total != null && System.nanoTime() - start >= total.toNanos();
        Duration limit = all && total != null ? total : timeout;
        return new TimeoutException(
                "The engine did not answer within " + limit.toMillis() + " ms",
                TimeoutException.Phase.WAIT,
                limit,
                StatementOutcome.UNKNOWN,
                null);
    }

    /** Kills until the call is back, or gives up. */
    private ClickHouseException end(Future<?> call, ClickHouseException reason) {
        long began = System.nanoTime();
        boolean interrupted = false;
        do {
            kill();
            try {
                call.get(SLICE_NANOS, TimeUnit.NANOSECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                // Killed once more.
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                if (e.getCause() != null) {
                    reason.addSuppressed(e.getCause());
                }
            }
        } while (!call.isDone() && System.nanoTime() - began < GRACE.toNanos());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return reason;
    }
}
