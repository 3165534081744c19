package io.chconnect.engine.internal.natives;

import io.chconnect.error.ClickHouseException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Kills a statement again and again while somebody waits for its end: a kill that comes before the engine lists the
 * statement finds nothing.
 */
final class Killing {
    private static final long PERIOD_MILLIS = 100;
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private Killing() {}

    /** Kills at once and then periodically, until the call that waits is back. */
    static void during(Runnable kill, Runnable call) {
        Runnable attempt = () -> attempt(kill);
        attempt.run();
        ScheduledFuture<?> repetition =
                TIMER.scheduleWithFixedDelay(attempt, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        try {
            call.run();
        } finally {
            repetition.cancel(false);
        }
    }

    private static void attempt(Runnable kill) {
        try {
            kill.run();
        } catch (ClickHouseException e) {
            // The engine can be out of memory for this one; the next attempt may succeed.
        }
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "clickhouse-connect-engine-kill");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
