package io.chconnect.client.internal.http;

import io.chconnect.client.config.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The connection pool, and the sending of requests through it. Thread-safe. */
final class HttpExchanges {
    private static final TimeValue VALIDATE_AFTER_IDLE = TimeValue.ofSeconds(1);

    private final HttpHost host;
    private final String name;
    private final Duration connectTimeout;
    private final Map<String, String> headers;
    private final CloseableHttpClient client;

    HttpExchanges(Endpoint endpoint, Duration connectTimeout, int maxConnections, Map<String, String> headers) {
        this.host = new HttpHost(endpoint.scheme(), endpoint.host(), endpoint.port());
        this.name = endpoint.toString();
        this.connectTimeout = connectTimeout;
        this.headers = headers;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                // An insert that the server refuses stops at once, and its answer is read.
                                .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
                                .build())
                        .setMaxConnTotal(maxConnections)
                        .setMaxConnPerRoute(maxConnections)
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setTcpNoDelay(true)
                                .setSoKeepAlive(true)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(connectTimeout))
                                .setValidateAfterInactivity(VALIDATE_AFTER_IDLE)
                                .build())
                        .build())
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Sends a request and waits for the head of a successful answer. */
    HttpExchange send(HttpUriRequestBase request, Duration timeout) {
        headers.forEach(request::setHeader);
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(connectTimeout))
                .setResponseTimeout(Timeout.of(timeout))
                .build());
        ClassicHttpResponse response;
        try {
            response = client.executeOpen(host, request, null);
        } catch (IOException e) {
            throw HttpFailures.beforeAnswer(name, e, connectTimeout, timeout);
        }
        HttpExchange exchange = new HttpExchange(name, request, response, timeout);
        try {
            exchange.requireSuccess();
            return exchange;
        } catch (RuntimeException e) {
            exchange.close();
            throw e;
        }
    }

    void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
