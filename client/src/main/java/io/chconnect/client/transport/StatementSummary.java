package io.chconnect.client.transport;

import org.jspecify.annotations.Nullable;

/**
 * What a statement did, as far as the server told.
 *
 * @param queryId the id it ran under; null when it is not known
 * @param readRows rows read; -1 when unknown
 * @param readBytes bytes read, uncompressed; -1 when unknown
 * @param writtenRows rows written; -1 when unknown
 * @param writtenBytes bytes written, uncompressed; -1 when unknown
 * @param elapsedNanos time on the server; -1 when unknown
 */
public record StatementSummary(
        @Nullable String queryId,
        long readRows,
        long readBytes,
        long writtenRows,
        long writtenBytes,
        long elapsedNanos) {
    /** A summary without knowledge. */
    public static final StatementSummary UNKNOWN = new StatementSummary(null, -1, -1, -1, -1, -1);
}
