package io.chconnect.embedded;

import io.chconnect.error.ServerException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Ends calls into the engine that take too long. Thread-safe. */
final class Watchdog implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "clickhouse-connect-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /** Runs a call, and {@code kill} when it is not back within the limit. */
    <T> T guard(Duration limit, Runnable kill, Supplier<T> call) {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = timer.schedule(
                () -> {
                    late.set(true);
                    kill.run();
                },
                limit.toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            return call.get();
        } catch (ServerException e) {
            if (late.get()) {
                throw new TimeoutException(
                        "The engine did not answer within " + limit.toMillis() + " ms",
                        TimeoutException.Phase.WAIT,
                        limit,
                        StatementOutcome.UNKNOWN,
                        e);
            }
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
