package io.chconnect.engine;

import io.chconnect.engine.internal.server.ClusterStart;
import java.util.List;

/** Several servers in child processes that know each other as the cluster {@value #NAME}, one shard each. */
public final class ClickHouseCluster implements AutoCloseable {
    /** The cluster's name in {@code clusterAllReplicas} and Distributed tables. */
    public static final String NAME = "cluster";

    private final List<ClickHouseServer> servers;

    private ClickHouseCluster(List<ClickHouseServer> servers) {
        this.servers = servers;
    }

    /**
     * Starts the servers with the same options; they call each other as user {@code default}.
     *
     * @param count how many
     * @param options the options of each; ports and data directory must not be given
     * @return the cluster, ready, to be closed by the caller
     * @throws io.chconnect.error.EmbeddedLibraryException when the library is missing or a server cannot start
     * @throws io.chconnect.error.TimeoutException when a server is not ready in time
     * @throws io.chconnect.error.ConfigurationException when the count is not positive, or ports or a data directory are
     *     given
     */
    public static ClickHouseCluster start(int count, ServerOptions options) {
        return new ClickHouseCluster(ClusterStart.start(NAME, count, options));
    }

    /**
     * The servers.
     *
     * @return in the order of their shards, unmodifiable
     */
    public List<ClickHouseServer> servers() {
        return servers;
    }

    /** Closes all servers. Idempotent. */
    @Override
    public void close() {
        servers.forEach(ClickHouseServer::close);
    }
}
