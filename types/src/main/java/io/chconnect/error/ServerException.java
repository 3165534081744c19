package io.chconnect.error;

import org.jspecify.annotations.Nullable;

/**
 * The server refused or aborted a statement. {@link #code()} and {@link #name()} are those of the server's
 * {@code src/Common/ErrorCodes.cpp}, for example 60 and {@code UNKNOWN_TABLE}.
 */
public class ServerException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    /** The number of the error, or 0. */
    private final int code;

    /** The symbolic name, or null. */
    private final @Nullable String name;

    /** The server's version, or null. */
    private final @Nullable String version;

    /** The query id, or null. */
    private final @Nullable String queryId;

    /**
     * Creates the exception.
     *
     * @param error the server's error, taken apart
     * @param queryId the statement's query id, or null when none is known
     */
    public ServerException(ServerError error, @Nullable String queryId) {
        super(
                error.describe() + (queryId == null ? "" : " (query id " + queryId + ")"),
                StatementOutcome.REJECTED,
                null);
        this.code = error.code();
        this.name = error.name();
        this.version = error.version();
        this.queryId = queryId;
    }

    /**
     * The number of the error.
     *
     * @return 0 when the server named none
     */
    public final int code() {
        return code;
    }

    /**
     * The symbolic name of the error.
     *
     * @return for example {@code UNKNOWN_TABLE}; null when the server named none
     */
    public final @Nullable String name() {
        return name;
    }

    /**
     * The version of the server that answered.
     *
     * @return for example {@code 26.7.2.1}; null when it was not named
     */
    public final @Nullable String version() {
        return version;
    }

    /**
     * The id of the statement that failed.
     *
     * @return null when it is not known
     */
    public final @Nullable String queryId() {
        return queryId;
    }
}
