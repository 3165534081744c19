package io.chconnect.conformance.logs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * Sees every log event of the tests, at the lowest level. All secrets that tests of this package use begin with
 * {@code pw-} or {@code token-}: an event with one fails the test under way, whichever that is.
 */
public final class TraceLogs {
    private static final Pattern SECRET = Pattern.compile("pw-[a-z0-9]|token-[a-z0-9]");
    private static final int KEPT = 10_000;

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Deque<String> LAST = new ArrayDeque<>();
    private static final List<String> LEAKS = new ArrayList<>();
    private static final AtomicLong SEEN = new AtomicLong();

    private static volatile boolean silent;

    private TraceLogs() {}

    /**
     * Keeps loggers from making events, for a test whose load is its matter.
     *
     * @return ends the silence
     */
    public static Silence silence() {
        silent = true;
        return () -> silent = false;
    }

    static boolean isSilent() {
        return silent;
    }

    /** A time without events. */
    @FunctionalInterface
    public interface Silence extends AutoCloseable {
        @Override
        void close();
    }

    static void add(String event) {
        SEEN.incrementAndGet();
        boolean leaks = SECRET.matcher(event).find();
        LOCK.lock();
        try {
            LAST.add(event);
            if (LAST.size() > KEPT) {
                LAST.remove();
            }
            if (leaks) {
                LEAKS.add(event);
            }
        } finally {
            LOCK.unlock();
        }
        if (leaks) {
            throw new AssertionError("a secret in the log: " + event);
        }
    }

    /**
     * How many events there were.
     *
     * @return never negative
     */
    public static long seen() {
        return SEEN.get();
    }

    /**
     * The last events.
     *
     * @return logger, level and message of each
     */
    public static List<String> last() {
        LOCK.lock();
        try {
            return List.copyOf(LAST);
        } finally {
            LOCK.unlock();
        }
    }

    /**
     * The events with secrets.
     *
     * @return none, if all is well
     */
    public static List<String> leaks() {
        LOCK.lock();
        try {
            return List.copyOf(LEAKS);
        } finally {
            LOCK.unlock();
        }
    }
}
