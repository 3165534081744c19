package io.chconnect.client.transport;

import io.chconnect.error.ClickHouseException;

/**
 * A result as structures of Arrow's C Data Interface. A structure is moved to memory of the caller, who owns it from then on
 * and calls its release callback; it stays valid after these batches are closed. Not thread-safe, but {@link #close} may come
 * from any thread.
 */
public interface ArrowBatches extends AutoCloseable {
    /**
     * Moves the schema out. Asked for once, before the first batch.
     *
     * @param address where an {@code ArrowSchema} structure, of 72 bytes, is filled in; what is there is overwritten
     * @throws ClickHouseException if the schema is gone already, or these batches are closed
     */
    void schema(long address);

    /**
     * Waits for the next batch and moves it out.
     *
     * @param address where an {@code ArrowArray} structure, of 80 bytes, is filled in; what is there is overwritten
     * @return how many rows the batch has, or -1 when the result is complete; then nothing is filled in
     * @throws ClickHouseException if the query failed or these batches are closed
     */
    long next(long address);

    /**
     * What the query did, as far as it is known. Complete when {@link #next} has given -1.
     *
     * @return never null
     */
    StatementSummary summary();

    /** Lets go of the result. Before its end, the rest is thrown away without being read. */
    @Override
    void close();
}
