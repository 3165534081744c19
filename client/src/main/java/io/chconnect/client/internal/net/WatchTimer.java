package io.chconnect.client.internal.net;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that wakes {@link Watch}es when a time is up. Thread-safe. */
public final class WatchTimer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;
    private final Set<Watch> armed = ConcurrentHashMap.newKeySet();

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

    Future<?> after(long nanos, Watch watch, Runnable work) {
        armed.add(watch);
        return executor.schedule(work, nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Does something later; never, when the timer is closed.
     *
     * @param nanos how much later
     * @param work what; does not block
     */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the work, nor calls it off
    public void later(long nanos, Runnable work) {
        try {
            executor.schedule(work, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // Then it is too late.
        }
    }

    void forget(Watch watch) {
        armed.remove(watch);
    }

    /** Ends the thread, and all operations whose watches it would have woken: none waits for ever. */
    @Override
    public void close() {
        executor.shutdownNow();
        armed.forEach(Watch::abandon);
    }
}
