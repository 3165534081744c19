package io.chconnect.client.internal.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/** A connection on loan from the pool. It goes back exactly once. Thread-safe. */
final class HttpLease {
    private final HttpClientConnectionManager pool;
    private final Runnable whenReturned;
    private final ConnectionEndpoint endpoint;
    private final boolean reused;
    private final AtomicBoolean returned = new AtomicBoolean();

    HttpLease(HttpClientConnectionManager pool, ConnectionEndpoint endpoint, Runnable whenReturned) {
        this.pool = pool;
        this.whenReturned = whenReturned;
        this.endpoint = endpoint;
        this.reused = endpoint.isConnected();
    }

    ConnectionEndpoint endpoint() {
        return endpoint;
    }

    /** Whether the connection was used before. */
    boolean reused() {
        return reused;
    }

    /** Breaks the connection off; it still has to be returned. Does not block. */
    void breakOff() {
        endpoint.close(CloseMode.IMMEDIATE);
    }

    /** Gives the connection back, to be used again within a time. */
    void giveBack(Duration keep) {
        if (returned.compareAndSet(false, true)) {
            pool.release(endpoint, null, TimeValue.of(keep));
            whenReturned.run();
        }
    }

    /** Breaks the connection off and gives its place back. */
    void discard() {
        if (returned.compareAndSet(false, true)) {
            endpoint.close(CloseMode.IMMEDIATE);
            pool.release(endpoint, null, TimeValue.ZERO_MILLISECONDS);
        }
    }
}
