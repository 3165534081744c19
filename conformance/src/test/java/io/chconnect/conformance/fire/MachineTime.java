package io.chconnect.conformance.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a busy machine kept threads from running that were ready to: no driver can keep a deadline in that time. Measured
 * by the kernel for the thread that asks, and by the delays of a thread that only wakes up, which stands for the timer of
 * the driver and sees pauses of the JVM as well. A busy machine delays both in the same time, so the longer delay counts, not
 * their sum. Thread-safe.
 */
final class MachineTime implements AutoCloseable {
    private static final Path KERNEL = Path.of("/proc/thread-self/schedstat");
    private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(5);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong lost = new AtomicLong();

    MachineTime() {
        Thread thread = new Thread(this::beat, "machine-time");
        thread.setDaemon(true);
        thread.start();
    }

    /** What the machine has taken, up to a moment, from the thread that wakes up and from the one that asked. */
    record Moment(long lost, long waited) {}

    /** This moment of the calling thread. */
    Moment now() {
        return new Moment(lost.get(), waitedForProcessor());
    }

    /** What the machine has taken since a moment of the calling thread. */
    Duration takenSince(Moment moment) {
        return Duration.ofNanos(Math.max(lost.get() - moment.lost(), waitedForProcessor() - moment.waited()));
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void beat() {
        try {
            long last = System.nanoTime();
            while (!closed.await(BEAT, TimeUnit.NANOSECONDS)) {
                long now = System.nanoTime();
                lost.addAndGet(Math.max(0, now - last - BEAT));
                last = now;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the beat", e);
        }
    }

    private static long waitedForProcessor() {
        try {
            return Files.exists(KERNEL)
                    ? Long.parseLong(
                            Files.readString(KERNEL, StandardCharsets.US_ASCII).split(" ", -1)[1])
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
