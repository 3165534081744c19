package io.chconnect.client.config;

/**
 * Where a ClickHouse is.
 *
 * @param scheme {@code http}, {@code https} or {@code chdb}
 * @param host the host, or for {@code chdb} the data directory, {@code memory} when there is none
 * @param port the TCP port; 0 for {@code chdb}
 */
public record Endpoint(String scheme, String host, int port) {
    /** The scheme of the engine in process. */
    public static final String EMBEDDED = "chdb";

    /** The place that keeps no data. */
    public static final String MEMORY = "memory";

    @Override
    public String toString() {
        if (scheme.equals(EMBEDDED)) {
            return scheme + ":" + host;
        }
        return scheme + "://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
