package io.chconnect.conformance.fire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What happened in a storm. Thread-safe. */
final class StormReport {
    private static final int SHOWN_CHARACTERS = 60;

    private final Map<String, Map<String, LongAdder>> counts = new ConcurrentSkipListMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final List<String> late = new CopyOnWriteArrayList<>();
    private final LongAdder operations = new LongAdder();

    void done(String what, @Nullable Throwable failure) {
        operations.increment();
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

    /** What took more than a second longer than its deadline. */
    List<String> late() {
        return late;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(operations + " operations\n");
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
