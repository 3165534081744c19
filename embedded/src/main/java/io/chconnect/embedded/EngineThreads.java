package io.chconnect.embedded;

import io.chconnect.error.ConfigurationException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Platform threads for calls into the engine: they block without regard to interrupts, and on a virtual thread they would
 * hold up all others. Thread-safe.
 */
final class EngineThreads implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    /** Starts a call. */
    <T extends @Nullable Object> Future<T> submit(Callable<T> call) {
        try {
            return pool.submit(call);
        } catch (RejectedExecutionException e) {
            throw new ConfigurationException("the client of the embedded engine is closed", e);
        }
    }

    /** Runs something some time later. */
    Executor later(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, pool);
    }

    /** Lets running calls end. */
    @Override
    public void close() {
        pool.shutdown();
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "clickhouse-connect-embedded-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
