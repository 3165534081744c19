package io.chconnect.error;

import org.jspecify.annotations.Nullable;

/** The connection broke, or its content became unreadable, in the middle of an answer or of an insert. What was delivered before is whole blocks; the rest is missing. */
public final class TransportException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, with the value and what was expected
     * @param outcome what is known of the statement
     * @param cause the underlying failure, or null
     */
    public TransportException(String message, StatementOutcome outcome, @Nullable Throwable cause) {
        super(message, outcome, cause);
    }
}
