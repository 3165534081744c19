package io.chconnect.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseCluster;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.ServerCluster;
import io.chconnect.engine.ServerOptions;
import io.chconnect.engine.ServerUser;
import io.chconnect.error.ConfigurationException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LocalClusterTest {
    @Test
    void serversAnswerTogether() throws IOException {
        try (ClickHouseCluster cluster = ClickHouseCluster.start(2, ServerOptions.defaults())) {
            ClickHouseServer first = cluster.servers().get(0);
            ClickHouseServer second = cluster.servers().get(1);

            assertThat(PlainHttp.query(
                            first,
                            "SELECT groupArray(p) FROM (SELECT tcpPort() AS p FROM clusterAllReplicas('cluster',"
                                    + " system.one))"))
                    .contains("" + first.tcpPort());
            for (ClickHouseServer server : cluster.servers()) {
                PlainHttp.query(server, "CREATE DATABASE d ENGINE = Atomic");
                PlainHttp.query(server, "CREATE TABLE d.t (id UInt64) ENGINE = MergeTree ORDER BY id");
                PlainHttp.query(
                        server,
                        "CREATE TABLE d.all AS d.t ENGINE = Distributed(" + ClickHouseCluster.NAME + ", d, t, id)");
            }
            PlainHttp.query(
                    first,
                    "INSERT INTO d.all SETTINGS distributed_foreground_insert = 1 SELECT number FROM numbers(10)");

            assertThat(PlainHttp.query(first, "SELECT count() FROM d.t")).isEqualTo("5");
            assertThat(PlainHttp.query(second, "SELECT count() FROM d.t")).isEqualTo("5");
            assertThat(PlainHttp.query(second, "SELECT count(), sum(id) FROM d.all"))
                    .isEqualTo("10\t45");
        }
    }

    @Test
    void aServerCallsAnotherAsAGivenUser() throws IOException {
        ServerOptions remote = ServerOptions.builder()
                .user(ServerUser.named("caller").withPassword("pw-of-caller"))
                .build();
        try (ClickHouseServer called = ClickHouseServer.start(remote)) {
            ServerCluster cluster = ServerCluster.named("other")
                    .withShard("127.0.0.1:" + called.tcpPort())
                    .withUser("caller", "pw-of-caller");
            try (ClickHouseServer caller = ClickHouseServer.start(
                    ServerOptions.builder().cluster(cluster).build())) {
                assertThat(
                                PlainHttp.query(
                                        caller,
                                        "SELECT DISTINCT user FROM cluster('other', system.processes) WHERE query LIKE '%processes%'"))
                        .isEqualTo("caller");
            }
        }
    }

    @Test
    void portsCannotBeShared() {
        ServerOptions options = ServerOptions.builder().httpPort(18_123).build();

        assertThatThrownBy(() -> ClickHouseCluster.start(2, options)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> ClickHouseCluster.start(0, ServerOptions.defaults()))
                .isInstanceOf(ConfigurationException.class);
    }
}
