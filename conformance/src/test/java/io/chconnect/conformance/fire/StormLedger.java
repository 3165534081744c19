package io.chconnect.conformance.fire;

import io.chconnect.client.Client;
import io.chconnect.client.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What is known of every insert of a storm, and whether the table agrees. Thread-safe. */
final class StormLedger {
    private final AtomicLong batches = new AtomicLong();
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

    /** What must be in the table. */
    enum Fate {
        /** Acknowledged. */
        ALL,
        /** Not sent, or refused. */
        NONE,
        /** Unknown, of an insert of one block, which the server stores as a whole. */
        ALL_OR_NONE,
        /** Unknown, of several blocks. */
        ANY
    }

    private record Entry(int rows, Fate fate) {}

    private record Found(long rows, long distinct) {}

    long nextBatch() {
        return batches.getAndIncrement();
    }

    void note(long batch, int rows, Fate fate) {
        entries.put(batch, new Entry(rows, fate));
    }

    long count(Fate fate) {
        return entries.values().stream().filter(entry -> entry.fate() == fate).count();
    }

    /** What does not fit. */
    List<String> differences(Client client, String table) {
        Map<Long, Found> found = new HashMap<>();
        for (Row row : client.query("SELECT batch, count(), uniqExact(row) FROM " + table + " GROUP BY batch")
                .rows()) {
            found.put(row.getLong(0), new Found(row.getLong(1), row.getLong(2)));
        }
        List<String> differences = new ArrayList<>();
        entries.forEach((batch, entry) -> {
            Found there = found.getOrDefault(batch, new Found(0, 0));
            if (there.rows() != there.distinct() || !fits(entry, there.rows())) {
                differences.add("batch " + batch + ": expected " + entry + ", found " + there);
            }
        });
        found.keySet().removeAll(entries.keySet());
        found.forEach((batch, there) -> differences.add("batch " + batch + " is not in the ledger: " + there));
        return differences;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("inserts");
        for (Fate fate : Fate.values()) {
            text.append(' ').append(fate).append(' ').append(count(fate));
        }
        return text.toString();
    }

    private static boolean fits(Entry entry, long rows) {
        return switch (entry.fate()) {
            case ALL -> rows == entry.rows();
            case NONE -> rows == 0;
            case ALL_OR_NONE -> rows == 0 || rows == entry.rows();
            case ANY -> rows <= entry.rows();
        };
    }
}
