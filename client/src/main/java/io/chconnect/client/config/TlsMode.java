package io.chconnect.client.config;

import java.util.Locale;

/** What a client certificate is used for. */
public enum TlsMode {
    /** To log in, if there is one. */
    AUTO,
    /** To log in as the user, without a password. */
    MUTUAL,
    /** For TLS alone: the user logs in with a password or token. */
    STRICT,
    /** As {@link #STRICT}, for a proxy that wants the certificate. */
    PROXY;

    /** The name in URLs, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
