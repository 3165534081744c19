package io.chconnect.conformance.fire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What happened in a storm. Thread-safe. */
final class StormReport {
    private static final int SHOWN_CHARACTERS = 60;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Map<String, Map<String, LongAdder>> counts = new ConcurrentSkipListMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final List<String> late = new CopyOnWriteArrayList<>();
    private final LongAdder operations = new LongAdder();
    private final LongAdder slow = new LongAdder();
    private final AtomicLong overtimes = new AtomicLong(Long.MIN_VALUE);

    void done(String what, @Nullable Throwable failure, Duration overtime) {
        operations.increment();
        overtimes.accumulateAndGet(overtime.toMillis(), Math::max);
        if (overtime.compareTo(SECOND) > 0) {
            slow.increment();
        }
        String end = failure == null ? "good" : failure.getClass().getSimpleName() + " " + shape(failure);
        counts.computeIfAbsent(what, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(end, key -> new LongAdder())
                .increment();
    }

    void wrong(String text) {
        wrong.add(text);
    }

    void late(String text) {
        late.add(text);
    }

    long operations() {
        return operations.sum();
    }

    /** What must not have happened. */
    List<String> wrong() {
        return wrong;
    }

    /** What took more than a second longer than its deadline, without the time the machine took. */
    List<String> late() {
        return late;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(operations + " operations; by the clock on the wall, " + slow
                + " took over a second longer than their deadline, at most " + overtimes + " ms\n");
        counts.forEach((what, ends) -> {
            text.append("  ").append(what).append('\n');
            new TreeMap<>(ends)
                    .forEach((end, count) -> text.append("    ")
                            .append(count)
                            .append(" × ")
                            .append(end)
                            .append('\n'));
        });
        return text.toString();
    }

    private static String shape(Throwable failure) {
        String text =
                String.valueOf(failure.getMessage()).replaceAll("[0-9]+", "#").replaceAll("\\s+", " ");
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
