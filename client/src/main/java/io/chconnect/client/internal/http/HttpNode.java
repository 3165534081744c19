package io.chconnect.client.internal.http;

import io.chconnect.client.OperationAttempt;
import io.chconnect.client.config.Endpoint;
import io.chconnect.client.internal.net.HttpTunnel;
import io.chconnect.client.internal.net.Proxy;
import io.chconnect.client.internal.net.ProxySettings;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/**
 * A server as HTTP sees it.
 *
 * @param name what messages call it
 * @param route the key of its connections in the pool
 * @param hostName the value of the header {@code Host}
 * @param forwarder the proxy that requests are addressed to; null when they go to the server, be it through a tunnel
 */
record HttpNode(
        String name,
        HttpRoute route,
        String hostName,
        @Nullable Proxy forwarder) {
    static HttpNode of(Endpoint endpoint, ProxySettings proxies, String hostName) {
        HttpHost host = new HttpHost(endpoint.scheme(), endpoint.host(), endpoint.port());
        Proxy proxy = proxies.forHost(endpoint.scheme(), endpoint.host(), endpoint.port());
        boolean forwards = proxy != null
                && proxy.kind() == Proxy.Kind.HTTP
                && endpoint.scheme().equals("http");
        return new HttpNode(
                endpoint.toString(),
                new HttpRoute(host),
                hostName.isEmpty() ? host.toHostString() : hostName,
                forwards ? proxy : null);
    }

    /** An attempt that goes to this node. */
    OperationAttempt attempt(int number, String queryId) {
        HttpHost host = route.getTargetHost();
        return new OperationAttempt(number, host.getHostName(), host.getPort(), queryId);
    }

    /** Addresses a request to this node. */
    void address(ClassicHttpRequest request) {
        if (!request.containsHeader(HttpHeaders.HOST)) {
            request.setHeader(HttpHeaders.HOST, hostName);
        }
        if (forwarder != null && request instanceof BasicHttpRequest basic) {
            HttpHost host = route.getTargetHost();
            basic.setScheme(host.getSchemeName());
            basic.setAuthority(new URIAuthority(host.getHostName(), host.getPort()));
            basic.setAbsoluteRequestUri(true);
            String authorization = HttpTunnel.authorization(forwarder);
            if (authorization != null) {
                request.setHeader(HttpHeaders.PROXY_AUTHORIZATION, authorization);
            }
        }
    }
}
