package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.config.Options;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.fault.FaultProxy;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that the server closes while nobody uses them. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StaleConnectionTest {
    private final ClickHouseServer server;

    StaleConnectionTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void aReadFindsAWayAfterTheServerDroppedAllConnections() {
        try (FaultProxy proxy = FaultProxy.start(server.httpPort());
                Client client = Client.connect(proxy.url() + "?retries=0")) {
            for (int round = 0; round < 10; round++) {
                openSeveral(client, 4);
                proxy.dropConnections();
                assertThat(client.query("SELECT 1").rows()).hasSize(1);
            }
        }
    }

    @Test
    void aWriteFindsAWayAfterTheServerDroppedAllConnectionsAndRunsOnce() throws Exception {
        try (FaultProxy proxy = FaultProxy.start(server.httpPort());
                Client client = Client.connect(proxy.url() + "?retries=0")) {
            client.command("CREATE DATABASE IF NOT EXISTS fire_stale ENGINE Atomic");
            client.command("CREATE OR REPLACE TABLE fire_stale.t (id Int64) ENGINE MergeTree ORDER BY id");
            for (int round = 0; round < 10; round++) {
                openSeveral(client, 4);
                drop(proxy);
                client.command("INSERT INTO fire_stale.t VALUES (" + round + ")");
                openSeveral(client, 4);
                drop(proxy);
                client.insertColumns("fire_stale.t", List.of("id"), List.of(new long[] {round + 100}));
            }
            assertThat(client.command("SELECT count(), uniqExact(id) FROM fire_stale.t")
                            .text()
                            .strip())
                    .isEqualTo("20\t20");
            client.command("DROP DATABASE fire_stale SYNC");
        }
    }

    @Test
    void aConnectionIsUsedAgain() {
        try (FaultProxy proxy = FaultProxy.start(server.httpPort());
                Client client = Client.connect(proxy.url())) {
            for (int i = 0; i < 20; i++) {
                client.query("SELECT " + i).rows();
                client.command("SELECT " + i);
            }
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatIsTooOldIsReplaced() {
        try (FaultProxy proxy = FaultProxy.start(server.httpPort());
                Client client = Client.builder()
                        .url(proxy.url())
                        .option(Options.CONNECTION_AGE, Duration.ofMillis(1))
                        .build()) {
            client.command("SELECT sleep(0.01)");
            client.command("SELECT sleep(0.01)");
            client.command("SELECT sleep(0.01)");
            assertThat(proxy.connections()).isEqualTo(3);
        }
    }

    @Test
    void anUnusedConnectionIsClosedAlsoWhenNothingIsAskedAnyMore() {
        RecordedResponse whole = RecordedResponse.record(
                server.httpPort(), "/?default_format=Native&client_protocol_version=54405", Map.of(), "SELECT 1 AS x");
        try (FaultyServer faulty = FaultyServer.start(whole.reply());
                Client client = Client.connect(faulty.url() + "?idle_timeout=0.1")) {
            client.query("SELECT 1 AS x").rows();
            assertThat(faulty.connections()).isGreaterThan(0);
            while (faulty.openConnections() > 0) {
                Thread.onSpinWait();
            }
            assertThat(client.query("SELECT 1 AS x").rows()).hasSize(1);
        }
    }

    @Test
    void theServersWishToCloseIsRespected() {
        RecordedResponse whole = RecordedResponse.record(
                server.httpPort(), "/?default_format=Native&client_protocol_version=54405", Map.of(), "SELECT 1 AS x");
        RecordedResponse closing = whole.withoutHeader("Connection").withHeaderLines("Connection: close\r\n");
        try (FaultyServer faulty = FaultyServer.start(closing.reply());
                Client client = Client.connect(faulty.url())) {
            client.query("SELECT 1 AS x").rows();
            client.query("SELECT 1 AS x").rows();
            assertThat(faulty.connections()).isEqualTo(2);
        }
    }

    private static void openSeveral(Client client, int count) {
        List<QueryResult> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(client.query("SELECT number FROM numbers(10)"));
        }
        results.forEach(QueryResult::rows);
        results.forEach(QueryResult::close);
    }

    /** An end that is still on its way cannot be seen, and what is sent meanwhile is lost as it must be. */
    private static void drop(FaultProxy proxy) throws InterruptedException {
        proxy.dropConnections();
        TimeUnit.MILLISECONDS.sleep(50);
    }
}
