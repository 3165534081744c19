package io.chconnect.benchmarks.path;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * One run of a contestant.
 *
 * @param wallNanos time from start to end
 * @param cpuNanos processor time of this JVM, all threads, garbage collection included; the server is another process
 * @param allocatedBytes heap allocated by the calling thread
 */
public record Measurement(long wallNanos, long cpuNanos, long allocatedBytes) {
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    static Measurement of(Contestant contestant, long expected) throws Exception {
        // What the one before left in the heap is not this one's to clear away.
        System.gc();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = ProcessorTime.nanos();
        long wall = System.nanoTime();
        long answer = contestant.run();
        Measurement taken = new Measurement(
                System.nanoTime() - wall,
                ProcessorTime.nanos() - cpu,
                THREADS.getCurrentThreadAllocatedBytes() - allocated);
        check(contestant.name(), answer, expected);
        return taken;
    }

    /** Refuses a figure of work that was not done. */
    public static void check(String name, long answer, long expected) {
        if (answer != expected) {
            throw new IllegalStateException(
                    name + " came to " + answer + ", expected " + expected + ": it did not do the work");
        }
    }
}
