package io.chconnect.client.internal.net;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that wakes {@link Watch}es when a time is up. Thread-safe. */
public final class WatchTimer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;

    /**
     * Creates a timer. Its thread starts with the first use.
     *
     * @param name the name of its thread
     */
    public WatchTimer(String name) {
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    Future<?> after(long nanos, Runnable work) {
        return executor.schedule(work, nanos, TimeUnit.NANOSECONDS);
    }

    /** Ends the thread. Whoever still waits is not woken any more. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
