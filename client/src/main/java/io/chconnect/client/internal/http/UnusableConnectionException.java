package io.chconnect.client.internal.http;

import java.io.IOException;

/** A pooled connection is closed, or has bytes nobody asked for; nothing was sent over it. */
final class UnusableConnectionException extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableConnectionException() {
        super("the server had closed the connection");
    }
}
