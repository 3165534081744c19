package io.chconnect.observe.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.fault.Fault;
import io.chconnect.testkit.fault.FaultProxy;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Meters of operations on a real server. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MicrometerListenerTest {
    private final ClickHouseServer server;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerListener listener = MicrometerListener.of(registry, Tag.of("client", "test"));

    MicrometerListenerTest(ClickHouseServer server) {
        this.server = server;
    }

    private Client client(String url) {
        return Client.builder().url(url).listener(listener).build();
    }

    private long operations(String... tags) {
        return registry.get("clickhouse.client.operations")
                .tag("client", "test")
                .tags(tags)
                .timer()
                .count();
    }

    @Test
    void aQueryIsTimed() {
        try (Client client = client(server.url())) {
            client.query("SELECT number FROM numbers(7)").rows();
        }
        assertThat(operations("kind", "query", "statement", "SELECT", "end", "completed", "error", "none"))
                .isOne();
        assertThat(registry.get("clickhouse.client.operations").timer().totalTime(TimeUnit.NANOSECONDS))
                .isPositive();
        assertThat(registry.get("clickhouse.client.first.byte").timer().count()).isOne();
        assertThat(registry.get("clickhouse.client.rows.received").counter().count())
                .isEqualTo(7);
        assertThat(registry.get("clickhouse.client.operations.active").gauge().value())
                .isZero();
        assertThat(registry.find("clickhouse.client.retries").counter()).isNull();
    }

    @Test
    void aRetryIsCounted() {
        try (FaultProxy proxy = FaultProxy.start(server.httpPort());
                Client client = client(proxy.url())) {
            proxy.faults(connection -> connection == 1 ? Fault.down(Fault.Kind.RESET, 0) : Fault.NONE);
            client.query("SELECT 1").rows();
        }
        assertThat(registry.get("clickhouse.client.retries")
                        .tag("statement", "SELECT")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(operations("end", "completed", "error", "none")).isOne();
    }

    @Test
    void insertsAreCountedAndTheirFailuresNamed() {
        try (Client client = client(server.url())) {
            client.command("DROP TABLE IF EXISTS meters");
            client.command("CREATE TABLE meters (a UInt8, CONSTRAINT small CHECK a < 5) ENGINE = Memory");
            client.insert("meters", List.of("a"), List.of(List.of(1), List.of(2)));
            assertThatThrownBy(() -> client.insert("meters", List.of("a"), List.of(List.of(77))))
                    .isInstanceOf(ServerException.class);
            client.command("DROP TABLE meters");
        }
        assertThat(operations("kind", "insert", "end", "completed")).isOne();
        assertThat(operations("kind", "insert", "end", "failed", "error", "VIOLATED_CONSTRAINT"))
                .isOne();
        assertThat(registry.get("clickhouse.client.rows.written").counter().count())
                .isEqualTo(2);
    }

    @Test
    void aStreamThatIsLeftAndACancelledCallAreTold() {
        try (Client client = client(server.url());
                Client observer = Client.connect(server.url())) {
            try (Stream<Row> rows = client.query("SELECT number FROM system.numbers").stream()) {
                assertThat(rows.findFirst()).isPresent();
            }
            assertThat(operations("end", "left", "error", "none")).isOne();
            CompletableFuture<QueryResult> call = client.async()
                    .query("SELECT count() /* meters-cancel */ FROM system.numbers WHERE NOT ignore(number)");
            String sql = "SELECT count() FROM system.processes WHERE query LIKE '%meters-cancel%'"
                    + " AND query NOT LIKE '%system.processes%'";
            while (observer.query(sql).single(Long.class) == 0) {
                Thread.onSpinWait();
            }
            assertThat(registry.get("clickhouse.client.operations.active")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            call.cancel(true);
            while (registry.get("clickhouse.client.operations.active").gauge().value() > 0) {
                Thread.onSpinWait();
            }
            while (registry.find("clickhouse.client.operations")
                            .tag("end", "cancelled")
                            .timer()
                    == null) {
                Thread.onSpinWait();
            }
            assertThat(operations("end", "cancelled", "error", "CancelledException"))
                    .isOne();
        }
    }

    @Test
    void connectionsAreGauged() {
        try (Client client = client(server.url())) {
            listener.watch(client);
            try (QueryResult result = client.query("SELECT number FROM system.numbers")) {
                assertThat(result.nextBlock()).isNotNull();
                assertThat(connections("leased")).isEqualTo(1);
            }
            client.query("SELECT 1").rows();
            while (connections("leased") > 0) {
                Thread.onSpinWait(); // cancelling what was left takes a connection, too
            }
            assertThat(connections("idle")).isPositive();
            assertThat(connections("pending")).isZero();
            assertThat(registry.get("clickhouse.client.connections.max").gauge().value())
                    .isPositive();
        }
    }

    @Test
    void tagsHaveNothingOfTheStatementButItsName() {
        try (Client client = client(server.url())) {
            client.query(request -> request.sql("SELECT 'pw-text', {p:String}").parameter("p", "pw-parameter"))
                    .rows();
            assertThatThrownBy(() -> client.command("nonsense_word")).isInstanceOf(ServerException.class);
        }
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.toString()).doesNotContain("pw-", "nonsense_word"));
        assertThat(operations("statement", "other", "error", "UNKNOWN_IDENTIFIER"))
                .isOne();
    }

    private double connections(String state) {
        return registry.get("clickhouse.client.connections")
                .tag("state", state)
                .gauge()
                .value();
    }
}
