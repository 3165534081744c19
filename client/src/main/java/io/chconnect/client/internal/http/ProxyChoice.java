package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.Proxy;
import org.jspecify.annotations.Nullable;

/** Says which proxy leads to a server. Thread-safe. */
@FunctionalInterface
interface ProxyChoice {
    /** No proxies. */
    ProxyChoice DIRECT = (scheme, host, port) -> null;

    /**
     * The proxy for a server.
     *
     * @param scheme {@code http} or {@code https}
     * @param host the server
     * @param port its port
     * @return null for the direct way
     */
    @Nullable
    Proxy forHost(String scheme, String host, int port);
}
