package io.chconnect.testkit.logs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sees every log event of the tests, at the lowest level. The secrets that tests use are listed in {@code secrets.txt} beside
 * this class: an event with one fails the test under way, whichever that is. With the system property
 * {@code chconnect.trace} all events also go to a file in that directory, for a search afterwards. Thread-safe.
 */
public final class TraceLogs {
    private static final Pattern SECRET = secrets();
    private static final int KEPT = 10_000;

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Deque<String> LAST = new ArrayDeque<>();
    private static final List<String> LEAKS = new ArrayList<>();
    private static final AtomicLong SEEN = new AtomicLong();
    private static final @Nullable Writer FILE = open(System.getProperty("chconnect.trace", ""));

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
            if (FILE != null) {
                FILE.append(event).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            LOCK.unlock();
        }
        if (leaks) {
            throw new AssertionError("a secret in the log: " + event);
        }
    }

    private static Pattern secrets() {
        try (InputStream in = TraceLogs.class.getResourceAsStream("secrets.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.joining("|")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Writer open(String directory) {
        if (directory.isEmpty()) {
            return null;
        }
        try {
            Path file = Files.createDirectories(Path.of(directory))
                    .resolve("trace-" + ProcessHandle.current().pid() + ".log");
            Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(writer)));
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Writer writer) {
        LOCK.lock();
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            LOCK.unlock();
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
