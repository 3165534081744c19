package io.chconnect.client;

import io.chconnect.client.internal.statement.CallThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The client's own threads for calls that are not waited for, made when they are first wanted. Thread-safe. */
final class Calls {
    private final int maxThreads;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ExecutorService executor;
    private boolean closed;

    Calls(int maxThreads) {
        this.maxThreads = maxThreads;
    }

    ExecutorService get() {
        lock.lock();
        try {
            ExecutorService threads = executor;
            if (threads == null) {
                threads = CallThreads.create(maxThreads);
                executor = threads;
                if (closed) {
                    threads.shutdown();
                }
            }
            return threads;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            if (executor != null) {
                executor.shutdown();
            }
        } finally {
            lock.unlock();
        }
    }
}
