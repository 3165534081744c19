package io.chconnect.client.internal.http;

import java.io.IOException;
import java.time.Duration;

/** No connection of the pool became free in time. */
final class PoolWaitException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The time waited. */
    private final Duration limit;

    PoolWaitException(Duration limit, Throwable cause) {
        super("no connection of the pool became free within " + limit.toMillis() + " ms", cause);
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }
}
