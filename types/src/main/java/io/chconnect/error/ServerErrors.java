package io.chconnect.error;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The one place that decides which exception a server error becomes. */
public final class ServerErrors {
    private ServerErrors() {}

    /**
     * The exception for an error text of the server.
     *
     * @param text the server's text
     * @param knownCode the code that came beside the text; 0 when there was none
     * @param queryId the statement's query id, or null when none is known
     * @return the exception to throw
     */
    public static ServerException from(String text, int knownCode, @Nullable String queryId) {
        return from(text, knownCode, queryId, UnaryOperator.identity());
    }

    /**
     * The exception for an error text of the server whose message holds what must not be shown.
     *
     * @param text the server's text
     * @param knownCode the code that came beside the text; 0 when there was none
     * @param queryId the statement's query id, or null when none is known
     * @param cleaner takes secrets out of the message
     * @return the exception to throw
     */
    public static ServerException from(
            String text, int knownCode, @Nullable String queryId, UnaryOperator<String> cleaner) {
        ServerError error = ServerError.parse(text, knownCode, cleaner);
        return AuthenticationException.covers(error.code())
                ? new AuthenticationException(error, queryId)
                : new ServerException(error, queryId);
    }
}
