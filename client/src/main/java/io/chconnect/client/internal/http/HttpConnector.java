package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.Proxy;
import io.chconnect.client.internal.net.ProxySettings;
import io.chconnect.client.internal.net.SocketOpener;
import io.chconnect.client.internal.net.Tls;
import io.chconnect.client.internal.net.Watch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Connects the connections of the pool: socket, proxy and TLS, all within the time of the operation. Thread-safe. */
final class HttpConnector implements HttpClientConnectionOperator {
    /** Where the context of a connection attempt keeps its {@link Watch}. */
    static final String WATCH = "clickhouse-connect.watch";

    private final Tls tls;
    private final ProxySettings proxies;
    private final Duration connectTimeout;

    HttpConnector(Tls tls, ProxySettings proxies, Duration connectTimeout) {
        this.tls = tls;
        this.proxies = proxies;
        this.connectTimeout = connectTimeout;
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable Path unixSocket,
            @Nullable InetSocketAddress local,
            @Nullable Timeout timeout,
            @Nullable SocketConfig config,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        Watch watch = (Watch) context.getAttribute(WATCH);
        boolean secure = host.getSchemeName().equals("https");
        Proxy proxy = proxies.forHost(host.getSchemeName(), host.getHostName(), host.getPort());
        Socket socket = SocketOpener.open(
                host.getHostName(), host.getPort(), proxy, secure, watch.atMost(connectTimeout), watch);
        try {
            if (secure) {
                SSLSocket encrypted = tls.upgrade(socket, host.getHostName(), host.getPort());
                connection.bind(encrypted, socket);
            } else {
                connection.bind(socket);
            }
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
        // Bound or not, a connection whose time is up must not be used.
        watch.breakWith(() -> connection.close(CloseMode.IMMEDIATE));
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable InetSocketAddress local,
            @Nullable TimeValue timeout,
            @Nullable SocketConfig config,
            HttpContext context)
            throws IOException {
        connect(connection, host, null, null, local, null, config, null, context);
    }

    @Override
    public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context) {
        throw new UnsupportedOperationException("TLS begins with the connection");
    }
}
