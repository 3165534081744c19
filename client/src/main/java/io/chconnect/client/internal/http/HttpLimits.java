package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Options;
import java.time.Duration;

/**
 * The limits of connections.
 *
 * @param connect how long opening a connection may take
 * @param pool how long to wait for a free one
 * @param silence how long no byte may move
 * @param idle how long an unused connection is kept
 * @param age how long any connection is used
 * @param connections how many may be open to one server
 */
record HttpLimits(Duration connect, Duration pool, Duration silence, Duration idle, Duration age, int connections) {
    HttpLimits withConnections(int count) {
        return new HttpLimits(connect, pool, silence, idle, age, count);
    }

    static HttpLimits of(ClientConfig config) {
        return new HttpLimits(
                config.get(Options.CONNECT_TIMEOUT),
                config.get(Options.POOL_TIMEOUT),
                config.get(Options.SOCKET_TIMEOUT),
                config.get(Options.IDLE_TIMEOUT),
                config.get(Options.CONNECTION_AGE),
                config.get(Options.MAX_CONNECTIONS));
    }
}
