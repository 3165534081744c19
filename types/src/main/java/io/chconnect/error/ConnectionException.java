package io.chconnect.error;

import org.jspecify.annotations.Nullable;

/** No connection could be made or kept: refused, unreachable, unknown host, closed before anything was answered, or not a ClickHouse HTTP interface. */
public final class ConnectionException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, with the value and what was expected
     * @param outcome what is known of the statement
     * @param cause the underlying failure, or null
     */
    public ConnectionException(String message, StatementOutcome outcome, @Nullable Throwable cause) {
        super(message, outcome, cause);
    }

    @Override
    public boolean retryable() {
        return outcome() == StatementOutcome.NOT_SENT;
    }
}
