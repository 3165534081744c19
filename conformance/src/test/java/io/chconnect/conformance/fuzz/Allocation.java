package io.chconnect.conformance.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How much memory something asks for. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** What values without data may take, while their arrays grow, and what exceptions and the tables of a codec take. */
    private static final long BASE_BYTES = 160L << 20;
    /** Objects of Java per byte of input. */
    private static final long BYTES_PER_BYTE = 1000;

    private Allocation() {}

    /** Runs something that reads {@code inputBytes}, and fails when it asks for more memory than they are worth. */
    static <T extends @Nullable Object> T bounded(int inputBytes, Supplier<T> action) {
        return bounded(inputBytes, BASE_BYTES, action);
    }

    /** Runs something that may ask for {@code base} bytes, and for some more for each byte of input. */
    static <T extends @Nullable Object> T bounded(int inputBytes, long base, Supplier<T> action) {
        long limit = base + BYTES_PER_BYTE * inputBytes;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T result = action.get();
        if (THREADS.getCurrentThreadAllocatedBytes() - before <= limit) {
            return result;
        }
        // Loading classes counts, too, but not twice.
        before = THREADS.getCurrentThreadAllocatedBytes();
        result = action.get();
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (allocated > limit) {
            throw new AssertionError(allocated + " bytes allocated for an input of " + inputBytes + " bytes");
        }
        return result;
    }
}
