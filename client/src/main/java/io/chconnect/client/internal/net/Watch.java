package io.chconnect.client.internal.net;

import io.chconnect.error.CancelledException;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import io.chconnect.error.TimeoutException.Phase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The time of one operation, over all its steps and attempts: its deadline, the limit of the step under way, and whether
 * somebody cancelled it. Sockets know no common limit for writing, reading and handshakes, so a watch that stops breaks the
 * connection under them instead. Thread-safe.
 */
public final class Watch implements AutoCloseable {
    private enum Stop {
        DEADLINE,
        LIMIT,
        CANCELLED,
        CLOSED
    }

    private final WatchTimer timer;
    private final @Nullable Duration deadline;
    private final long started = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private volatile long lastMove = started;
    private volatile boolean moving;
    private Phase phase = Phase.POOL;
    private @Nullable Duration limit;
    private String target = "";
    private boolean sent;
    private boolean finished;
    private @Nullable Stop stop;
    private @Nullable Runnable abort;
    private @Nullable Future<?> alarm;
    private long alarmAt;

    /**
     * Starts the clock.
     *
     * @param timer wakes the watch
     * @param deadline how long the operation may take in all; null leaves only the limits of its steps
     */
    public Watch(WatchTimer timer, @Nullable Duration deadline) {
        this.timer = timer;
        this.deadline = deadline;
    }

    /**
     * A step begins.
     *
     * @param next the step
     * @param stepLimit how long it may take; in the steps that move bytes, how long none may move
     * @param node what error messages call the other side
     * @throws ClickHouseException if the watch has stopped
     */
    public void enter(Phase next, Duration stepLimit, String node) {
        lock.lock();
        try {
            requireRunning();
            phase = next;
            limit = stepLimit;
            target = node;
            sent |= next == Phase.SEND;
            lastMove = System.nanoTime();
            setAlarm();
        } finally {
            lock.unlock();
        }
    }

    /**
     * A new attempt begins: nothing of it is sent yet, and the limit of a step of the last one no longer counts.
     *
     * @param mayHaveRun whether an earlier attempt was sent and may have run
     */
    public void startOver(boolean mayHaveRun) {
        lock.lock();
        try {
            sent = mayHaveRun;
            if (stop == Stop.LIMIT) {
                stop = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Bytes are about to move: from now on until they {@link #moved}, it is the other side that is waited for. */
    public void moving() {
        lastMove = System.nanoTime();
        moving = true;
    }

    /** Bytes have moved. */
    public void moved() {
        lastMove = System.nanoTime();
        moving = false;
    }

    /**
     * Says how the step under way can be broken off. Runs at once when the watch has stopped already.
     *
     * @param breaker does not block
     */
    public void breakWith(Runnable breaker) {
        lock.lock();
        try {
            abort = breaker;
            if (stop != null) {
                breaker.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What is under way must not be broken off any more. */
    public void release() {
        lock.lock();
        try {
            abort = null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits between two attempts.
     *
     * @param time how long
     * @throws ClickHouseException if the watch stops meanwhile
     */
    public void pause(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            limit = null;
            setAlarm();
            while (left > 0 && stop == null) {
                left = stopped.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop(Stop.CANCELLED);
        } finally {
            lock.unlock();
        }
        check();
    }

    /** Stops the operation because somebody asked for it. */
    public void cancel() {
        stop(Stop.CANCELLED);
    }

    /** Stops the operation because the client is closed. */
    public void abandon() {
        stop(Stop.CLOSED);
    }

    /**
     * How long the operation may still take.
     *
     * @return null when it has no deadline; never negative
     */
    public @Nullable Duration remaining() {
        if (deadline == null) {
            return null;
        }
        Duration left = deadline.minusNanos(System.nanoTime() - started);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * The shorter one of a limit and the time that is left.
     *
     * @param stepLimit the limit
     * @return never negative
     */
    public Duration atMost(Duration stepLimit) {
        Duration left = remaining();
        return left == null || left.compareTo(stepLimit) > 0 ? stepLimit : left;
    }

    /**
     * Whether the watch was stopped, by time or by somebody.
     *
     * @return true when every further step fails
     */
    public boolean hasStopped() {
        lock.lock();
        try {
            return stop != null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether another attempt has no chance: the deadline has passed, or somebody stopped the operation.
     *
     * @return true when {@link #startOver} does not help
     */
    public boolean isOver() {
        lock.lock();
        try {
            return stop != null && stop != Stop.LIMIT;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Fails if the watch has stopped.
     *
     * @throws ClickHouseException in that case
     */
    public void check() {
        lock.lock();
        try {
            requireRunning();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Why the watch stopped. A thread that is interrupted closes the connection it waits for: that is a cancel, too.
     *
     * @param cause what the broken step said, or null
     * @return null while it runs
     */
    public @Nullable ClickHouseException failure(@Nullable Throwable cause) {
        lock.lock();
        try {
            if (cause != null && Thread.currentThread().isInterrupted()) {
                stop(Stop.CANCELLED);
            }
            return stop == null ? null : describe(stop, cause);
        } finally {
            lock.unlock();
        }
    }

    /** The operation is over; nothing is broken off any more. */
    @Override
    public void close() {
        lock.lock();
        try {
            finished = true;
            abort = null;
            if (alarm != null) {
                alarm.cancel(false);
                alarm = null;
            }
        } finally {
            lock.unlock();
        }
        timer.forget(this);
    }

    private void requireRunning() {
        if (stop != null) {
            throw describe(stop, null);
        }
        Duration left = remaining();
        if (left != null && left.isZero()) {
            stop(Stop.DEADLINE);
            throw describe(Stop.DEADLINE, null);
        }
    }

    private ClickHouseException describe(Stop reason, @Nullable Throwable cause) {
        StatementOutcome outcome = sent ? StatementOutcome.UNKNOWN : StatementOutcome.NOT_SENT;
        return switch (reason) {
            case CANCELLED -> new CancelledException("The operation was cancelled while " + step(), outcome, cause);
            case CLOSED -> new CancelledException("The client was closed while " + step(), outcome, cause);
            case DEADLINE ->
                new TimeoutException(
                        "The deadline of " + text(deadline) + " passed while " + step(),
                        phase,
                        deadline == null ? Duration.ZERO : deadline,
                        outcome,
                        cause);
            case LIMIT ->
                new TimeoutException(
                        "The limit of " + text(limit) + " passed while " + step(),
                        phase,
                        limit == null ? Duration.ZERO : limit,
                        outcome,
                        cause);
        };
    }

    private String step() {
        return switch (phase) {
            case POOL -> "waiting for a free connection" + (target.isEmpty() ? "" : " to " + target);
            case CONNECT -> "connecting to " + target;
            case SEND -> "sending to " + target;
            case WAIT -> "waiting for an answer of " + target;
            case RECEIVE -> "receiving the answer of " + target;
            case ENGINE -> "waiting for the engine";
        };
    }

    private void setAlarm() {
        long at = Math.min(untilDeadline(), untilLimit()) + System.nanoTime();
        if (finished || stop != null || (alarm != null && alarmAt - at <= 0)) {
            return;
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        alarmAt = at;
        try {
            alarm = timer.after(Math.max(0, at - System.nanoTime()), this, this::ring);
        } catch (RejectedExecutionException e) {
            stop(Stop.CLOSED);
        }
    }

    private void ring() {
        lock.lock();
        try {
            alarm = null;
            if (finished || stop != null) {
                return;
            }
            if (untilDeadline() <= 0) {
                stop(Stop.DEADLINE);
            } else if (untilLimit() <= 0 && waitsForUs()) {
                lastMove = System.nanoTime();
                setAlarm();
            } else if (untilLimit() <= 0) {
                stop(Stop.LIMIT);
            } else {
                setAlarm();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing moves since the maker of an insert's rows, or the reader of a result, takes his time. */
    private boolean waitsForUs() {
        return !moving && (phase == Phase.SEND || phase == Phase.RECEIVE);
    }

    private long untilDeadline() {
        Duration left = remaining();
        return left == null ? TimeUnit.DAYS.toNanos(1) : left.toNanos();
    }

    private long untilLimit() {
        return limit == null ? TimeUnit.DAYS.toNanos(1) : lastMove + limit.toNanos() - System.nanoTime();
    }

    private void stop(Stop reason) {
        lock.lock();
        try {
            if (stop == null && !finished) {
                stop = reason;
                stopped.signalAll();
                if (abort != null) {
                    abort.run();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private static String text(@Nullable Duration duration) {
        return duration == null ? "0 ms" : duration.toMillis() + " ms";
    }
}
