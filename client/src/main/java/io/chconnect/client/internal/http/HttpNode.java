package io.chconnect.client.internal.http;

import io.chconnect.client.config.Endpoint;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.HttpHost;

/**
 * A server as HTTP sees it.
 *
 * @param name what messages call it
 * @param route the key of its connections in the pool
 */
record HttpNode(String name, HttpRoute route) {
    static HttpNode of(Endpoint endpoint) {
        HttpHost host = new HttpHost(endpoint.scheme(), endpoint.host(), endpoint.port());
        return new HttpNode(endpoint.toString(), new HttpRoute(host));
    }

    /** The value of the header {@code Host}. */
    String authority() {
        return route.getTargetHost().toHostString();
    }
}
