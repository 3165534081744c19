package io.chconnect.engine.internal.server;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.ServerCluster;
import io.chconnect.engine.ServerOptions;
import io.chconnect.error.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Starts servers that know each other's ports. */
public final class ClusterStart {
    private static final int ATTEMPTS = 5;

    private ClusterStart() {}

    /**
     * Starts the servers of a cluster.
     *
     * @param name the cluster's name
     * @param count how many servers
     * @param options of each
     * @return the servers, ready
     */
    public static List<ClickHouseServer> start(String name, int count, ServerOptions options) {
        if (count < 1) {
            throw new ConfigurationException("a cluster needs at least one server, not " + count);
        }
        if (options.httpPort() != 0 || options.tcpPort() != 0 || options.dataDirectory() != null) {
            throw new ConfigurationException("the servers of a cluster cannot share given ports or a data directory");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(name, count, options);
            } catch (ConfigurationException e) {
                // One of the ports, which all servers had to know beforehand, was taken meanwhile.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static List<ClickHouseServer> startOnce(String name, int count, ServerOptions options) {
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < count) {
            ports.add(FreePorts.choose());
        }
        ServerCluster cluster = ServerCluster.named(name);
        for (int port : ports) {
            cluster = cluster.withShard("127.0.0.1:" + port);
        }
        ServerOptions common = options.toBuilder().cluster(cluster).build();
        List<ClickHouseServer> servers = new ArrayList<>();
        try {
            for (int port : ports) {
                servers.add(
                        ClickHouseServer.start(common.toBuilder().tcpPort(port).build()));
            }
        } catch (RuntimeException e) {
            servers.forEach(ClickHouseServer::close);
            throw e;
        }
        return List.copyOf(servers);
    }
}
