package io.chconnect.benchmarks.path.peer;

import io.chconnect.benchmarks.path.data.FiveColumns;
import java.time.ZonedDateTime;

/** A row of the five columns as client-v2 wants it: a class with getters and setters. */
@SuppressWarnings("NullAway.Init")
public final class PeerPerson {
    private long id;
    private String name;
    private double metric;
    private ZonedDateTime at;
    private int code;

    /** Called by client-v2. */
    public PeerPerson() {}

    public PeerPerson(long id, String name, double metric, ZonedDateTime at, int code) {
        this.id = id;
        this.name = name;
        this.metric = metric;
        this.at = at;
        this.code = code;
    }

    /** The same as {@link FiveColumns#checksum} of the values. */
    public long checksum() {
        return FiveColumns.checksum(id, name.length(), metric, at.toEpochSecond(), code);
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public double getMetric() {
        return metric;
    }

    public void setMetric(double metric) {
        this.metric = metric;
    }

    public ZonedDateTime getAt() {
        return at;
    }

    public void setAt(ZonedDateTime at) {
        this.at = at;
    }

    public int getCode() {
        return code;
    }

    public void setCode(int code) {
        this.code = code;
    }
}
