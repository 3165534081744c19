package io.chconnect.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of every exception this suite throws. Subclasses say what kind of failure it was; {@link #outcome()} says what
 * is known of the statement. Immutable. Messages never hold passwords, tokens or parameter values.
 */
public abstract class ClickHouseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is known of the statement. */
    private final StatementOutcome outcome;

    /**
     * For the subclasses.
     *
     * @param message what failed, with the value and what was expected
     * @param outcome what is known of the statement
     * @param cause the underlying failure, or null
     */
    protected ClickHouseException(String message, StatementOutcome outcome, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /**
     * What is known of the statement's fate on the server.
     *
     * @return never null
     */
    public final StatementOutcome outcome() {
        return outcome;
    }

    /**
     * Whether the same operation, repeated, can succeed without any risk of running twice.
     *
     * @return true only for transient failures of statements that certainly did not run
     */
    public boolean retryable() {
        return false;
    }
}
