package io.chconnect.error;

import org.jspecify.annotations.Nullable;

/** The engine library libchdb could not be found, fetched, checked or loaded, or a local server could not be started. */
public final class EmbeddedLibraryException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception without a cause.
     *
     * @param message what failed, with the value and what was expected
     */
    public EmbeddedLibraryException(String message) {
        this(message, null);
    }

    /**
     * Creates the exception.
     *
     * @param message what failed, with the value and what was expected
     * @param cause the underlying failure, or null
     */
    public EmbeddedLibraryException(String message, @Nullable Throwable cause) {
        super(message, StatementOutcome.NOT_SENT, cause);
    }
}
