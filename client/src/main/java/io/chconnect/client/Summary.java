package io.chconnect.client;

import io.chconnect.client.transport.StatementSummary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a statement did, as far as the server told. Immutable. */
public final class Summary {
    static final Summary NOTHING = new Summary(new StatementSummary(null, 0, 0, 0, 0, 0));

    private final StatementSummary told;

    private Summary(StatementSummary told) {
        this.told = told;
    }

    /**
     * A summary of what a transport was told.
     *
     * @param told what it was told
     * @return a new object
     */
    public static Summary of(StatementSummary told) {
        return new Summary(told);
    }

    /**
     * The id the statement ran under.
     *
     * @return empty when it is not known
     */
    public Optional<String> queryId() {
        @Nullable String id = told.queryId();
        return Optional.ofNullable(id);
    }

    /**
     * Rows read.
     *
     * @return -1 when unknown
     */
    public long readRows() {
        return told.readRows();
    }

    /**
     * Bytes read, uncompressed.
     *
     * @return -1 when unknown
     */
    public long readBytes() {
        return told.readBytes();
    }

    /**
     * Rows written.
     *
     * @return -1 when unknown
     */
    public long writtenRows() {
        return told.writtenRows();
    }

    /**
     * Bytes written, uncompressed.
     *
     * @return -1 when unknown
     */
    public long writtenBytes() {
        return told.writtenBytes();
    }

    /**
     * Time on the server.
     *
     * @return nanoseconds; -1 when unknown
     */
    public long elapsedNanos() {
        return told.elapsedNanos();
    }

    @Override
    public String toString() {
        return told.toString();
    }
}
