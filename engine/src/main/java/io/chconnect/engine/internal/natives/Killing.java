package io.chconnect.engine.internal.natives;

import io.chconnect.error.ClickHouseException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Kills a statement again and again while somebody waits for its end: a kill that comes before the engine lists the
 * statement finds nothing.
 */
final class Killing {
    private static final long PERIOD_MILLIS = 100;
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Runnable kill;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean over;

    private Killing(Runnable kill) {
        this.kill = kill;
    }

    /** Kills at once and then periodically, until the call that waits is back. */
    static void during(Runnable kill, Runnable call) {
        Killing killing = new Killing(kill);
        killing.attempt();
        ScheduledFuture<?> repetition =
                TIMER.scheduleWithFixedDelay(killing::attempt, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        try {
            call.run();
        } finally {
            repetition.cancel(false);
            killing.end();
        }
    }

    private void attempt() {
        lock.lock();
        try {
            if (!over) {
                kill.run();
            }
        } catch (ClickHouseException e) {
            // The engine can be out of memory for this one; the next attempt may succeed.
        } finally {
            lock.unlock();
        }
    }

    /** Waits for an attempt under way, which must not hit the next statement. */
    private void end() {
        lock.lock();
        try {
            over = true;
        } finally {
            lock.unlock();
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
