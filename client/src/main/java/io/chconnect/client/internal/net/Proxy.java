package io.chconnect.client.internal.net;

import org.jspecify.annotations.Nullable;

/**
 * A proxy between this client and a server.
 *
 * @param kind how it is spoken to
 * @param host its host
 * @param port its TCP port
 * @param user who logs in to it; null for nobody
 * @param password the password of the user; null when there is none
 */
public record Proxy(
        Kind kind,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {
    /** Kinds of proxies. */
    public enum Kind {
        /** An HTTP proxy: it forwards plain requests, and tunnels TLS by CONNECT. */
        HTTP,
        /** A SOCKS5 proxy, which also resolves names. */
        SOCKS5
    }

    /** Shows no credentials. */
    @Override
    public String toString() {
        return (kind == Kind.HTTP ? "http" : "socks5") + " proxy " + host + ":" + port;
    }
}
