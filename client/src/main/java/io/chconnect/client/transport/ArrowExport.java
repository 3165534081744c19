package io.chconnect.client.transport;

import io.chconnect.error.ClickHouseException;

/**
 * The ability of a {@link Transport} to hand results out through Arrow's C Data Interface, as memory that ClickHouse itself
 * filled and nobody copies. Thread-safe.
 */
public interface ArrowExport {
    /**
     * Runs a query and gives its result as Arrow's batches.
     *
     * @param request the query
     * @param form how its columns stand in Arrow
     * @return the batches; the caller closes them
     * @throws ClickHouseException if the query fails before its first batch, is no query whose result is streamed, or has a
     *     column that ClickHouse cannot write as Arrow
     */
    ArrowBatches arrowQuery(StatementRequest request, ArrowForm form);
}
