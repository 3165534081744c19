package io.chconnect.benchmarks.path.data;

import java.time.Instant;

/** A row of the five columns as a record. */
public record Person(long id, String name, double metric, Instant at, int code) {
    /** The same as {@link FiveColumns#checksum} of the values. */
    public long checksum() {
        return FiveColumns.checksum(id, name.length(), metric, at.getEpochSecond(), code);
    }
}
