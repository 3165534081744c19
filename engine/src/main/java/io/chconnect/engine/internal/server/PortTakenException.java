package io.chconnect.engine.internal.server;

/** Another process took a port before the server could listen on it. */
final class PortTakenException extends Exception {
    private static final long serialVersionUID = 1L;

    PortTakenException(String message) {
        super(message);
    }
}
