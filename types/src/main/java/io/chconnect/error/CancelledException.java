package io.chconnect.error;

import org.jspecify.annotations.Nullable;

/** The operation was cancelled by the caller, by another thread or by an interrupt. */
public final class CancelledException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, with the value and what was expected
     * @param outcome what is known of the statement
     * @param cause the underlying failure, or null
     */
    public CancelledException(String message, StatementOutcome outcome, @Nullable Throwable cause) {
        super(message, outcome, cause);
    }
}
