package io.chconnect.error;

import org.jspecify.annotations.Nullable;

/** A wrong option, URL, argument or use of the API. Nothing was sent. */
public final class ConfigurationException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception without a cause.
     *
     * @param message what failed, with the value and what was expected
     */
    public ConfigurationException(String message) {
        this(message, null);
    }

    /**
     * Creates the exception.
     *
     * @param message what failed, with the value and what was expected
     * @param cause the underlying failure, or null
     */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, StatementOutcome.NOT_SENT, cause);
    }
}
