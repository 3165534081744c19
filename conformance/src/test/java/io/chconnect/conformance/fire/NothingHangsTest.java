package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.Transport;
import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import io.chconnect.testkit.fault.Answer;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.DataTypes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No statement waits for another longer than it may, nothing keeps a connection for ever, and no fate is told wrongly. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NothingHangsTest {
    private static final Duration DEADLINE = Duration.ofMillis(500);
    private final ClickHouseServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    NothingHangsTest(ClickHouseServer server) {
        this.server = server;
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void aCancelNeedsNoConnectionOfAFullPool() throws Exception {
        try (Transport transport = Transports.open(server.url() + "?max_connections=1");
                Client observer = Client.connect(server.url())) {
            StatementRequest endless =
                    Transports.request("SELECT count() /* fire-full-1 */ FROM system.numbers WHERE NOT ignore(number)");
            CompletableFuture<Object> running = CompletableFuture.supplyAsync(() -> transport.query(endless), threads);
            awaitSeen(observer, "fire-full-1");
            List<Future<?>> waiting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                waiting.add(threads.submit(() -> transport.command(
                        Transports.request("SELECT count() /* fire-full-2 */ FROM numbers(200) WHERE sleepEachRow(0.05)"
                                + " = 0 SETTINGS max_block_size = 10"))));
            }
            transport.cancel(endless.operationId());
            DeadlineTest.awaitNone(observer, "fire-full-1");
            assertThat(running).isCompletedExceptionally();
            assertThat(waiting).anyMatch(future -> !future.isDone());
        }
    }

    @Test
    void nobodyWaitsForTheQuestionOfAnother() throws Exception {
        try (FaultyServer silent = FaultyServer.start(Reply.of(new byte[0]).stallAt(0));
                Transport transport = Transports.open(silent.url())) {
            List<Future<Duration>> running = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                running.add(threads.submit(() -> {
                    long start = System.nanoTime();
                    assertThatThrownBy(() -> transport.query(Transports.withDeadline("SELECT 1", DEADLINE)))
                            .isInstanceOf(TimeoutException.class);
                    return Duration.ofNanos(System.nanoTime() - start);
                }));
            }
            for (Future<Duration> each : running) {
                assertThat(each.get()).isLessThan(DEADLINE.plusSeconds(1));
            }
        }
    }

    @Test
    void errorsOfTheUsersCodeLeaveThePoolWhole() {
        Block block = new Block(
                List.of("id"),
                List.of(new ColumnFactory(ZoneOffset.UTC).column(DataTypes.parse("Int64"), new long[] {1})));
        try (Transport transport = Transports.open(server.url() + "?max_connections=2")) {
            transport.command(Transports.request("CREATE DATABASE IF NOT EXISTS fire_error ENGINE Atomic"));
            transport.command(Transports.request("CREATE OR REPLACE TABLE fire_error.t (id Int64) ENGINE Memory"));
            for (int i = 0; i < 4; i++) {
                Iterator<Block> first = List.of(block).iterator();
                assertThatThrownBy(() -> transport.insert(Transports.request("INSERT INTO fire_error.t (id)"), () -> {
                            if (first.hasNext()) {
                                return first.next();
                            }
                            throw new OutOfMemoryError("not really");
                        }))
                        .isInstanceOf(OutOfMemoryError.class);
                assertThatThrownBy(() -> transport.query(Transports.request(
                                "SELECT count() FROM numbers(30) WHERE sleepEachRow(0.01) = 0 SETTINGS max_block_size = 1",
                                Map.of(),
                                null,
                                null,
                                progress -> {
                                    throw new StackOverflowError("not really");
                                })))
                        .isInstanceOf(StackOverflowError.class);
            }
            List<QueryEvents> both = List.of(
                    transport.query(Transports.request("SELECT number FROM numbers(10)")),
                    transport.query(Transports.request("SELECT number FROM numbers(10)")));
            both.forEach(events -> assertThat(Transports.rows(events)).isEqualTo(10));
            assertThat(transport
                            .command(Transports.request("SELECT count() FROM fire_error.t"))
                            .text()
                            .strip())
                    .isEqualTo("0");
            transport.command(Transports.request("DROP DATABASE fire_error SYNC"));
        }
    }

    @Test
    void aHeadThatBreaksOffIsABrokenConnectionAndAReadIsRepeated() {
        RecordedResponse good = RecordedResponse.record(
                server.httpPort(), "/?default_format=Native&client_protocol_version=54405", Map.of(), "SELECT 1 AS x");
        for (int at = 0; at < good.headLength(); at += 7) {
            AtomicInteger answered = new AtomicInteger();
            Reply cut = good.reply().cutAt(at);
            try (FaultyServer faulty =
                            FaultyServer.choosing(request -> answered.getAndIncrement() == 0 ? cut : good.reply());
                    Client client = Client.connect(faulty.url() + "?retry_pause=0.001")) {
                assertThat(client.query("SELECT 1 AS x").rows())
                        .as("cut at %d", at)
                        .hasSize(1);
                assertThat(answered).hasValue(2);
            }
        }
    }

    @Test
    void aStatementThatMayHaveRunIsNotSaidToBeUnsent() {
        AtomicReference<FaultyServer> dying = new AtomicReference<>();
        Answer last = peer -> {
            dying.get().close();
            peer.close();
        };
        try (FaultyServer faulty = FaultyServer.start(last);
                Transport transport = Transports.open(faulty.url() + "?retry_pause=0.001")) {
            dying.set(faulty);
            ClickHouseException failure = catchThrowableOfType(
                    ClickHouseException.class, () -> transport.command(Transports.request("SELECT 1")));
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.UNKNOWN);
            assertThat(failure)
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("an earlier attempt was sent, and may have run");
        }
    }

    @Test
    void aCommandDoesNotGatherWithoutEnd() {
        try (Client client = Client.connect(server.url())) {
            assertThatThrownBy(() -> client.command("SELECT repeat('x', 1000000) FROM numbers(100)"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("more than 67108864 bytes");
            assertThat(client.command("SELECT 1").text().strip()).isEqualTo("1");
        }
    }

    @Test
    void anErrorInAnUnknownEncodingStillHasItsStatus() {
        Map<String, String> headers = Map.of("Content-Encoding", "x-rot13", "Content-Type", "text/html");
        Reply reply = Reply.http(502, headers, "Onq tngrjnl".getBytes(StandardCharsets.US_ASCII));
        try (FaultyServer faulty = FaultyServer.start(reply);
                Client client = Client.connect(faulty.url() + "?retries=0")) {
            assertThatThrownBy(() -> client.query("SELECT 1"))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("status 502");
        }
    }

    private static void awaitSeen(Client observer, String mark) {
        String sql = "SELECT count() FROM system.processes WHERE query LIKE '%" + mark
                + "%' AND query NOT LIKE '%system.processes%'";
        while (observer.command(sql).text().strip().equals("0")) {
            Thread.onSpinWait();
        }
    }
}
