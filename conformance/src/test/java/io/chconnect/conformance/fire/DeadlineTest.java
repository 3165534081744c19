package io.chconnect.conformance.fire;

import static io.chconnect.conformance.fire.Transports.withDeadline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.Transport;
import io.chconnect.codec.Block;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.ServerOptions;
import io.chconnect.engine.ServerUser;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import io.chconnect.error.TimeoutException.Phase;
import io.chconnect.testkit.fault.FaultProxy;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One deadline holds over all steps of an operation, whatever the other side does. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DeadlineTest {
    private static final Duration DEADLINE = Duration.ofMillis(400);
    private final ClickHouseServer server;
    private final RecordedResponse good;

    DeadlineTest(ClickHouseServer server) {
        this.server = server;
        this.good = RecordedResponse.record(
                server.httpPort(),
                "/?default_format=Native&client_protocol_version=54405",
                Map.of(),
                "SELECT number FROM numbers(100)");
    }

    @Test
    void aFullPoolIsNotWaitedForLonger() {
        try (Transport transport = Transports.open(server.url() + "?max_connections=1")) {
            try (var events = transport.query(Transports.request("SELECT * FROM system.numbers"))) {
                events.next();
                TimeoutException failure = expire(transport, withDeadline("SELECT 1", DEADLINE));
                assertThat(failure.phase()).isEqualTo(Phase.POOL);
                assertThat(failure.outcome()).isEqualTo(StatementOutcome.NOT_SENT);
            }
        }
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedForLonger() {
        TimeoutException failure = expire(good.reply().stallAt(0));
        assertThat(failure.phase()).isEqualTo(Phase.WAIT);
        assertThat(failure.outcome()).isEqualTo(StatementOutcome.UNKNOWN);
        assertThat(failure).hasMessageContaining("deadline of 400 ms");
    }

    @Test
    void aHeadThatDripsIsNotWaitedForLonger() {
        assertThat(expire(good.reply().inPieces(1, 20)).phase()).isEqualTo(Phase.WAIT);
    }

    @Test
    void anAnswerThatDripsIsNotWaitedForLonger() {
        Reply drips = good.reply();
        byte[] bytes = drips.bytes();
        try (FaultyServer faulty = FaultyServer.start(peer -> {
                    peer.write(bytes, 0, good.headLength());
                    for (int at = good.headLength(); at < bytes.length; at++) {
                        peer.write(bytes, at, at + 1);
                        peer.pause(20);
                    }
                });
                Transport transport = Transports.open(faulty.url())) {
            TimeoutException failure = catchThrowableOfType(
                    TimeoutException.class,
                    () -> Transports.rows(transport.query(withDeadline("SELECT 1", Duration.ofMillis(1500)))));
            assertThat(failure.phase()).isEqualTo(Phase.RECEIVE);
        }
    }

    @Test
    void aServerThatTakesNoBytesIsNotWaitedForLonger() {
        List<Block> block = blocks();
        try (FaultyServer faulty = FaultyServer.start(good.reply().stallAt(0).atOnce());
                FaultProxy proxy = FaultProxy.start(faulty.port());
                Transport transport = Transports.open(proxy.url())) {
            proxy.freeze();
            StatementRequest insert =
                    Transports.request("INSERT INTO t", Map.of("max_execution_time", "1"), null, DEADLINE, null);
            TimeoutException failure =
                    catchThrowableOfType(TimeoutException.class, () -> transport.insert(insert, () -> block.get(0)));
            assertThat(failure.phase()).isEqualTo(Phase.SEND);
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.UNKNOWN);
        }
    }

    @Test
    void theStatementIsStoppedOnTheServer() {
        try (Transport transport = Transports.open(server.url());
                Client observer = Client.connect(server.url())) {
            String sql = "SELECT count() /* fire-deadline */ FROM system.numbers WHERE NOT ignore(number)";
            StatementRequest request = Transports.request(sql, Map.of("max_execution_time", "0"), null, DEADLINE, null);
            TimeoutException failure = catchThrowableOfType(TimeoutException.class, () -> transport.query(request));
            assertThat(failure.phase()).isEqualTo(Phase.WAIT);
            awaitNone(observer, "fire-deadline");
        }
    }

    @Test
    void theServerIsToldOnlyWhereTheUserMaySetIt() {
        ServerOptions options = ServerOptions.builder()
                .profile("reader", Map.of("readonly", "1"))
                .user(ServerUser.named("reader").withPassword("pw-reader").withProfile("reader"))
                .build();
        String told = "SELECT toString(getSetting('max_execution_time'))";
        try (ClickHouseServer own = ClickHouseServer.start(options);
                Transport free = Transports.open(own.url());
                Transport bound = Transports.open("http://reader:pw-reader@127.0.0.1:" + own.httpPort())) {
            Duration deadline = Duration.ofSeconds(20);
            assertThat(free.command(withDeadline(told, deadline)).text().strip())
                    .isEqualTo("21");
            assertThat(bound.command(withDeadline(told, deadline)).text().strip())
                    .isEqualTo("0");
            assertThat(free.command(Transports.request(told, Map.of("max_execution_time", "7"), null, deadline, null))
                            .text()
                            .strip())
                    .isEqualTo("7");
        }
    }

    private static TimeoutException expire(Reply reply) {
        try (FaultyServer faulty = FaultyServer.start(reply);
                Transport transport = Transports.open(faulty.url())) {
            StatementRequest request =
                    Transports.request("SELECT 1", Map.of("max_execution_time", "1"), null, DEADLINE, null);
            return expire(transport, request);
        }
    }

    private static TimeoutException expire(Transport transport, StatementRequest request) {
        long start = System.nanoTime();
        TimeoutException failure =
                catchThrowableOfType(TimeoutException.class, () -> Transports.rows(transport.query(request)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(1));
        assertThat(failure.limit()).isEqualTo(DEADLINE);
        return failure;
    }

    static void awaitNone(Client observer, String mark) {
        String sql = "SELECT count() FROM system.processes WHERE query LIKE '%" + mark
                + "%' AND query NOT LIKE '%system.processes%'";
        while (!observer.command(sql).text().strip().equals("0")) {
            Thread.onSpinWait();
        }
    }

    private List<Block> blocks() {
        try (Client client = Client.connect(server.url());
                var result = client.query("SELECT number FROM numbers(1000000) SETTINGS max_block_size = 1000000")) {
            return IntStream.range(0, 1)
                    .mapToObj(i -> java.util.Objects.requireNonNull(result.nextBlock()))
                    .toList();
        }
    }
}
