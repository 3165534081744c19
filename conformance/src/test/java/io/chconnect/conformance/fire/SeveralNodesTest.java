package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chconnect.client.Client;
import io.chconnect.client.Session;
import io.chconnect.client.transport.Transport;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.TimeoutException;
import io.chconnect.testkit.fault.FaultProxy;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several servers: balancing, and what happens when some of them fail. */
@ClickHouseServerTest
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class SeveralNodesTest {
    private final ClickHouseServer server;
    private final Reply good;

    SeveralNodesTest(ClickHouseServer server) {
        this.server = server;
        this.good = RecordedResponse.record(
                        server.httpPort(),
                        "/?default_format=Native&client_protocol_version=54405",
                        Map.of(),
                        "SELECT 1 AS x")
                .reply();
    }

    @ParameterizedTest
    @ValueSource(strings = {"round_robin", "random", "first_alive"})
    void statementsAreSpreadAsWished(String balancing) {
        try (FaultyServer a = FaultyServer.start(good);
                FaultyServer b = FaultyServer.start(good);
                FaultyServer c = FaultyServer.start(good);
                Client client = Client.connect("http://127.0.0.1:" + a.port() + ",127.0.0.1:" + b.port() + ",127.0.0.1:"
                        + c.port() + "/?balancing=" + balancing)) {
            for (int i = 0; i < 90; i++) {
                client.query("SELECT 1 AS x").rows();
            }
            List<Integer> counts = List.of(
                    a.requests().size(), b.requests().size(), c.requests().size());
            switch (balancing) {
                case "round_robin" -> assertThat(counts).containsExactly(30, 30, 30);
                case "random" -> assertThat(counts).allMatch(count -> count > 5 && count < 80);
                default -> assertThat(counts).containsExactly(90, 0, 0);
            }
        }
    }

    @Test
    void aSessionStaysOnItsNode() {
        try (FaultyServer a = FaultyServer.start(good);
                FaultyServer b = FaultyServer.start(good);
                Transport transport = Transports.open("http://127.0.0.1:" + a.port() + ",127.0.0.1:" + b.port())) {
            Map<String, Integer> nodes = new HashMap<>();
            for (int i = 0; i < 100; i++) {
                Session session = Session.of("session-" + i % 10);
                int before = a.requests().size();
                Transports.rows(transport.query(Transports.request("SELECT 1 AS x", Map.of(), session, null, null)));
                int node = a.requests().size() > before ? 0 : 1;
                assertThat(nodes.computeIfAbsent(session.id(), id -> node)).isEqualTo(node);
            }
            assertThat(nodes.values()).contains(0, 1);
        }
    }

    @Test
    void aNodeThatIsNotThereIsPassedOverAlsoByWrites() {
        int closed = ClickHouseServer.freePort();
        try (Client client = Client.connect("http://127.0.0.1:" + closed + ",127.0.0.1:" + server.httpPort() + "/")) {
            client.command("CREATE DATABASE IF NOT EXISTS fire_nodes ENGINE Atomic");
            client.command("CREATE OR REPLACE TABLE fire_nodes.t (id Int64) ENGINE MergeTree ORDER BY id");
            for (int i = 0; i < 20; i++) {
                client.insertColumns("fire_nodes.t", List.of("id"), List.of(new long[] {i}));
            }
            assertThat(client.command("SELECT count(), uniqExact(id) FROM fire_nodes.t")
                            .text()
                            .strip())
                    .isEqualTo("20\t20");
            client.command("DROP DATABASE fire_nodes SYNC");
        }
    }

    @Test
    void balancingGoesOnWithOneNodeKilledAndOneStalled() {
        try (ClickHouseServer doomed = ClickHouseServer.start();
                FaultProxy stalled = FaultProxy.start(server.httpPort());
                FaultProxy alive = FaultProxy.start(server.httpPort());
                Client observer = Client.connect(server.url());
                Transport transport = Transports.open("http://127.0.0.1:" + doomed.httpPort() + ",127.0.0.1:"
                        + stalled.port() + ",127.0.0.1:" + alive.port() + "/?retry_pause=0.01")) {
            observer.command("CREATE DATABASE IF NOT EXISTS fire_three ENGINE Atomic");
            observer.command("CREATE OR REPLACE TABLE fire_three.t (id Int64) ENGINE MergeTree ORDER BY id");
            for (int i = 0; i < 9; i++) {
                transport.command(Transports.request("SELECT " + i));
            }
            doomed.kill();
            stalled.freeze();
            int failed = 0;
            int certain = 0;
            Duration deadline = Duration.ofMillis(500);
            for (int i = 0; i < 60; i++) {
                String sql = "INSERT INTO fire_three.t VALUES (" + i + ")";
                Throwable failure = catchThrowable(() -> transport.command(Transports.withDeadline(sql, deadline)));
                if (failure != null) {
                    assertThat(failure)
                            .isInstanceOfAny(TimeoutException.class, io.chconnect.error.ClickHouseException.class);
                    failed++;
                } else {
                    certain++;
                }
            }
            assertThat(failed)
                    .as("few statements meet the stalled node before it is known")
                    .isLessThan(6);
            stalled.resume();
            String[] counts = observer.command("SELECT count(), uniqExact(id) FROM fire_three.t")
                    .text()
                    .strip()
                    .split("\t", -1);
            assertThat(counts[0]).as("no statement ran twice").isEqualTo(counts[1]);
            assertThat(Integer.parseInt(counts[0])).isGreaterThanOrEqualTo(certain);
            observer.command("DROP DATABASE fire_three SYNC");
        }
    }

    @Test
    void aNodeThatRecoversIsUsedAgain() {
        try (FaultyServer a = FaultyServer.start(good);
                FaultyServer b = FaultyServer.start(Reply.text(503, "text/plain", "starting"));
                Client client = Client.connect(
                        "http://127.0.0.1:" + a.port() + ",127.0.0.1:" + b.port() + "/?retry_pause=0.001")) {
            for (int i = 0; i < 10; i++) {
                assertThat(client.query("SELECT 1 AS x").rows()).hasSize(1);
            }
            int whileIll = b.requests().size();
            assertThat(whileIll).isLessThan(5);
            Reply pong = Reply.text(200, "text/html; charset=UTF-8", "Ok.\n");
            b.answer(pong);
            while (b.requests().stream().noneMatch(request -> request.target().equals("/ping"))) {
                client.query("SELECT 1 AS x").rows();
            }
            b.answer(good);
            int before = b.requests().size();
            while (b.requests().size() == before) {
                client.query("SELECT 1 AS x").rows();
            }
            assertThat(b.requests().get(before).method()).isEqualTo("POST");
        }
    }
}
