package io.chconnect.engine.internal.server;

import io.chconnect.engine.ServerCluster;
import io.chconnect.engine.ServerOptions;
import java.util.List;

/** The configuration file of a server. */
final class ServerXml {
    private ServerXml() {}

    static String of(ServerOptions options, ServerFiles files, Ports ports) {
        XmlWriter xml = new XmlWriter().begin("clickhouse");
        xml.element("log-level", "warning");
        xml.begin("logger").element("log", files.engineLog().toString()).end();
        xml.element("path", files.data() + "/");
        xml.element("listen_host", "127.0.0.1");
        xml.element("http_port", Integer.toString(ports.http()));
        xml.element("tcp_port", Integer.toString(ports.tcp()));
        xml.element("users_config", files.users().toString());
        if (ports.gate() != 0) {
            gate(xml, ports.gate());
        }
        if (!options.clusters().isEmpty()) {
            xml.begin("remote_servers");
            options.clusters().forEach(cluster -> cluster(xml, cluster));
            xml.end();
        }
        xml.paths(options.serverSettings());
        return xml.end().toString();
    }

    private static void gate(XmlWriter xml, int port) {
        xml.begin("http_authentication_servers").begin(UsersXml.GATE);
        xml.element("uri", "http://127.0.0.1:" + port + "/");
        xml.element("connection_timeout_ms", "5000");
        xml.element("receive_timeout_ms", "5000");
        xml.element("send_timeout_ms", "5000");
        xml.end().end();
    }

    private static void cluster(XmlWriter xml, ServerCluster cluster) {
        xml.begin(cluster.name());
        for (List<String> shard : cluster.shards()) {
            xml.begin("shard");
            xml.element("internal_replication", "true");
            for (String address : shard) {
                int colon = address.lastIndexOf(':');
                xml.begin("replica");
                xml.element("host", address.substring(0, colon)).element("port", address.substring(colon + 1));
                if (cluster.user() != null) {
                    xml.element("user", cluster.user());
                }
                if (cluster.password() != null) {
                    xml.element("password", cluster.password());
                }
                xml.end();
            }
            xml.end();
        }
        xml.end();
    }
}
