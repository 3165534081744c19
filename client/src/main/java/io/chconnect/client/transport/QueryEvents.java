package io.chconnect.client.transport;

import io.chconnect.codec.Block;
import io.chconnect.error.ClickHouseException;

/** The answer of a statement, event by event. Not thread-safe, but {@link #close} may come from any thread. */
public interface QueryEvents extends AutoCloseable {
    /**
     * Waits for the next event. The first is a {@link QueryEvent.Header}, the last a {@link QueryEvent.End}; a failure is an
     * exception instead of an end, and nothing comes after either.
     *
     * @return the event
     * @throws ClickHouseException if the statement failed or the connection broke
     */
    QueryEvent next();

    /**
     * Takes a block back that nobody will look at again; the next one may be read into its arrays.
     *
     * @param block a block of these events
     */
    default void recycle(Block block) {}

    /** Lets go of the answer. Before its end, the rest is thrown away without being read. */
    @Override
    void close();
}
