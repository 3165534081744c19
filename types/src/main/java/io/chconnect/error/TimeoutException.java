package io.chconnect.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A limit of time was reached. {@link #phase()} says where the time went. */
public final class TimeoutException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    /** The step of an operation that was under way when its time ran out. */
    public enum Phase {
        /** Waiting for a free connection of the pool. */
        POOL,
        /** Opening the connection, TLS included. */
        CONNECT,
        /** Sending the statement or the data of an insert. */
        SEND,
        /** Waiting for the first byte of the answer. */
        WAIT,
        /** Reading the answer. */
        RECEIVE,
        /** Starting or stopping a local server. */
        ENGINE
    }

    /** The step that was under way. */
    private final Phase phase;

    /** The limit that was reached. */
    private final Duration limit;

    /**
     * Creates the exception.
     *
     * @param message what took too long
     * @param phase the step that was under way
     * @param limit the limit that was reached
     * @param outcome what is known of the statement
     * @param cause the underlying failure, or null
     */
    public TimeoutException(
            String message, Phase phase, Duration limit, StatementOutcome outcome, @Nullable Throwable cause) {
        super(message, outcome, cause);
        this.phase = phase;
        this.limit = limit;
    }

    /**
     * The step that was under way.
     *
     * @return never null
     */
    public Phase phase() {
        return phase;
    }

    /**
     * The limit that was reached.
     *
     * @return never negative
     */
    public Duration limit() {
        return limit;
    }

    @Override
    public boolean retryable() {
        return outcome() == StatementOutcome.NOT_SENT;
    }
}
