package io.chconnect.error;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The server does not accept the user, password, token or certificate. */
public final class AuthenticationException extends ServerException {
    private static final long serialVersionUID = 1L;

    /** UNKNOWN_USER, WRONG_PASSWORD, REQUIRED_PASSWORD, IP_ADDRESS_NOT_ALLOWED, AUTHENTICATION_FAILED. */
    private static final Set<Integer> CODES = Set.of(192, 193, 194, 195, 516);

    /**
     * Creates the exception.
     *
     * @param error the server's error, taken apart
     * @param queryId the statement's query id, or null when none is known
     */
    public AuthenticationException(ServerError error, @Nullable String queryId) {
        super(error, queryId);
    }

    /**
     * Whether a server error code means that the login was refused.
     *
     * @param code the server's error code
     * @return true for the codes of this exception
     */
    public static boolean covers(int code) {
        return CODES.contains(code);
    }
}
