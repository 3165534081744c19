package io.chconnect.client.transport;

import io.chconnect.client.ConnectionCounts;

/** The ability of a {@link Transport} to tell of its pool of connections. Thread-safe. */
public interface Pooled {
    /**
     * Counts the connections.
     *
     * @return the counts of this moment
     */
    ConnectionCounts connections();
}
