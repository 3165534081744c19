package io.chconnect.benchmarks.path.peer;

import com.clickhouse.client.api.Client;

/** Opens client-v2. */
public final class PeerClient {
    private PeerClient() {}

    /** Without compression, as the other contestants run on loopback. */
    public static Client connect(String url) {
        return builder(url)
                .compressServerResponse(false)
                .compressClientRequest(false)
                .build();
    }

    /** With its own compression, which is LZ4; that of HTTP takes it twenty times longer. */
    public static Client compressed(String url) {
        return builder(url).compressServerResponse(true).build();
    }

    private static Client.Builder builder(String url) {
        return new Client.Builder().addEndpoint(url).setUsername("default").setPassword("");
    }
}
