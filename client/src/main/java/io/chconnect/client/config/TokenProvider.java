package io.chconnect.client.config;

/**
 * Gives access tokens. Asked once before the first statement, and again when the server no longer accepts the token it gave;
 * the statement is then sent once more. Must be thread-safe.
 */
@FunctionalInterface
public interface TokenProvider {
    /** Stands for no provider. */
    TokenProvider NONE = new TokenProvider() {
        @Override
        public String token() {
            throw new UnsupportedOperationException("there is no token provider");
        }

        @Override
        public String toString() {
            return "none";
        }
    };

    /**
     * The token to use from now on.
     *
     * @return a token that was not refused yet, if possible; not empty
     */
    String token();
}
