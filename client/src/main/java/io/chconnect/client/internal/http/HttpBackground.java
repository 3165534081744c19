package io.chconnect.client.internal.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what nobody waits for: cancelling statements on servers, probing nodes. Thread-safe. */
final class HttpBackground implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpBackground.class);
    private static final int THREADS = 2;
    private static final int WAITING = 1024;
    private static final long LAST_WORK_MILLIS = 500;

    private final ThreadPoolExecutor executor;

    HttpBackground() {
        executor = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "clickhouse-connect-http-background");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Runs it soon; false when there is too much to do already, or the client is closed. */
    boolean run(String what, Runnable work) {
        try {
            executor.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.debug("{} failed: {}", what, e.toString());
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("{} was left out: too much waits, or the client is closed", what);
            return false;
        }
    }

    /** Lets the work that is there come to an end, but waits no longer than half a second. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LAST_WORK_MILLIS, TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            executor.shutdownNow();
        }
    }
}
