package io.chconnect.client.internal.buffer;

import io.chconnect.client.internal.insert.BlockLimit;
import io.chconnect.client.internal.insert.InsertTarget;
import io.chconnect.client.internal.insert.RowAppender;
import io.chconnect.codec.BlockBuilder;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.StatementOutcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Rows of many threads on their way to one sender: those of the batch that grows, and a bounded number of full batches, the
 * one that is being sent included. Who adds a row waits while there are too many.
 */
public final class Batches<T, R> {
    private final InsertTarget target;
    private final BlockLimit limit;
    private final RowAppender<T> appender;
    private final int maxPending;
    private final long maxDelayNanos;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Batch<R>> pending = new ArrayDeque<>();
    private @Nullable BlockBuilder growing;
    private CompletableFuture<R> future = new CompletableFuture<>();
    private int room;
    private long sealAtNanos;
    private boolean closed;

    public Batches(InsertTarget target, BlockLimit limit, RowAppender<T> appender, int maxPending, Duration maxDelay) {
        this.target = target;
        this.limit = limit;
        this.appender = appender;
        this.maxPending = maxPending;
        this.maxDelayNanos = maxDelay.toNanos();
    }

    /** Adds a row, after waiting for a place. A row that does not fit leaves the others alone. */
    public CompletableFuture<R> add(T row) {
        lock.lock();
        try {
            BlockBuilder block = openBlock();
            try {
                appender.append(block, row);
            } catch (RuntimeException e) {
                block.forgetUnfinishedRow();
                throw e;
            }
            CompletableFuture<R> mine = future;
            if (block.rowCount() == 1) {
                sealAtNanos = System.nanoTime() + maxDelayNanos;
                changed.signalAll();
            }
            room = --room > 0 ? room : limit.room(block);
            if (room == 0) {
                seal();
            }
            return mine;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the growing batch and gives the futures of all that are not stored yet. */
    public List<CompletableFuture<R>> flush() {
        lock.lock();
        try {
            seal();
            List<CompletableFuture<R>> futures = new ArrayList<>();
            pending.forEach(batch -> futures.add(batch.future()));
            return futures;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more rows; those that are there are still sent. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            seal();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** For the sender: waits for the next batch, which counts as pending until it is {@link #done}; null at the end. */
    @Nullable
    Batch<R> next() throws InterruptedException {
        lock.lock();
        try {
            while (pending.isEmpty()) {
                boolean empty = growing == null || growing.rowCount() == 0;
                if (empty && closed) {
                    return null;
                }
                if (empty) {
                    changed.await();
                } else {
                    long left = sealAtNanos - System.nanoTime();
                    if (left <= 0 || closed) {
                        seal();
                    } else {
                        changed.awaitNanos(left);
                    }
                }
            }
            return pending.peekFirst();
        } finally {
            lock.unlock();
        }
    }

    /** For the sender: the batch that {@link #next} gave is finished. */
    void done() {
        lock.lock();
        try {
            pending.removeFirst();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The growing block, a new one when there is a place for it. */
    private BlockBuilder openBlock() {
        requireOpen();
        while (growing == null && pending.size() >= maxPending) {
            try {
                changed.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException(
                        "Interrupted while waiting for a place in the buffer", StatementOutcome.NOT_SENT, e);
            }
            requireOpen();
        }
        BlockBuilder block = growing;
        if (block == null) {
            block = target.builder(Math.min(1024, limit.rows()));
            growing = block;
            room = 1;
        }
        return block;
    }

    private void requireOpen() {
        if (closed) {
            throw new ConfigurationException("The buffered inserter is closed");
        }
    }

    private void seal() {
        BlockBuilder block = growing;
        if (block != null && block.rowCount() > 0) {
            pending.addLast(new Batch<>(block.build(), future));
            growing = null;
            future = new CompletableFuture<>();
            changed.signalAll();
        }
    }
}
