package io.chconnect.benchmarks.path;

import com.clickhouse.client.api.Client;

/** Opens client-v2 without compression, as the other contestants run on loopback. */
final class PeerClient {
    private PeerClient() {}

    static Client connect(String url) {
        return new Client.Builder()
                .addEndpoint(url)
                .setUsername("default")
                .setPassword("")
                .compressServerResponse(false)
                .compressClientRequest(false)
                .build();
    }
}
