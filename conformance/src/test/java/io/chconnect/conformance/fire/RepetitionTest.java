package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.Transport;
import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.ServerException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import io.chconnect.testkit.fault.Answer;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.ReceivedRequest;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.DataTypes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements are sent again after a failure, and which never. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RepetitionTest {
    private static final Reply BUSY = Reply.text(503, "text/plain", "busy");
    private static final Reply RESET =
            Reply.text(200, "text/plain", "never seen").resetAt(0);
    private final Reply good;
    private final Reply described;

    RepetitionTest(ClickHouseServer server) {
        String target = "/?default_format=Native&client_protocol_version=54405";
        good = RecordedResponse.record(server.httpPort(), target, Map.of(), "SELECT 1 AS x")
                .reply();
        described = RecordedResponse.record(
                        server.httpPort(), target, Map.of(), "DESCRIBE TABLE (SELECT toInt64(1) AS id)")
                .reply();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void aReadIsRepeatedUntilTheServerHasTimeForIt(int status) {
        Reply busy = Reply.text(status, "text/plain", "busy");
        try (FaultyServer server = firstThen(2, busy, good);
                Client client = client(server)) {
            assertThat(client.query("SELECT 1 AS x").rows()).hasSize(1);
            assertThat(server.requests()).hasSize(3);
            assertThat(server.requests().stream().map(request -> request.parameter("query_id")))
                    .as("each attempt runs under its own id")
                    .doesNotHaveDuplicates()
                    .doesNotContainNull();
        }
    }

    @Test
    void aReadIsNotRepeatedForEver() {
        try (FaultyServer server = FaultyServer.start(BUSY);
                Client client = client(server)) {
            assertThat(catchThrowable(() -> client.query("SELECT 1")))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("503");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aCommandIsNeverRepeated() {
        for (Reply fault : List.of(BUSY, RESET)) {
            try (FaultyServer server = firstThen(1, fault, good);
                    Client client = client(server)) {
                assertThat(catchThrowable(() -> client.command("CREATE TABLE t (x Int8) ENGINE Memory")))
                        .isInstanceOf(ClickHouseException.class);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void aWriteThatIsSentAsAQueryIsNeverRepeated() {
        for (String sql : List.of(
                "INSERT INTO t SELECT 1",
                "/* SELECT */ INSERT INTO t SELECT 1",
                "-- SELECT\nDROP TABLE t",
                "WITH 1 AS x INSERT INTO t SELECT x",
                "ALTER TABLE t DELETE WHERE 1")) {
            try (FaultyServer server = firstThen(1, RESET, good);
                    Client client = client(server)) {
                assertThat(catchThrowable(() -> client.query(sql))).isInstanceOf(ClickHouseException.class);
                assertThat(server.requests()).as(sql).hasSize(1);
            }
        }
    }

    @Test
    void aReadIsRepeatedAfterABrokenConnection() {
        try (FaultyServer server = firstThen(2, RESET, good);
                Client client = client(server)) {
            assertThat(client.query("/* why */ (SELECT 1 AS x)").rows()).hasSize(1);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aResultThatHasBegunIsNotRepeated() {
        try (FaultyServer server = firstThen(1, good.cutAt(good.bytes().length - 7), good);
                Client client = client(server)) {
            assertThat(catchThrowable(() -> client.query("SELECT 1 AS x").rows()))
                    .isInstanceOf(ClickHouseException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anInsertWithoutATokenIsSentOnce() {
        for (Reply fault : List.of(BUSY, RESET)) {
            try (FaultyServer server = insertServer(fault);
                    Client client = client(server)) {
                ClickHouseException failure = catchThrowableOfType(
                        ClickHouseException.class,
                        () -> client.insertColumns("t", List.of("id"), List.of(new long[] {1, 2, 3})));
                assertThat(failure.outcome())
                        .isEqualTo(fault == BUSY ? StatementOutcome.REJECTED : StatementOutcome.UNKNOWN);
                assertThat(inserts(server)).hasSize(1);
            }
        }
    }

    @Test
    void aServerErrorOfAnInsertIsSentOnceAndShown() {
        byte[] text = "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 26.7.2.1)"
                .getBytes(StandardCharsets.US_ASCII);
        Reply refusal = Reply.http(500, Map.of("X-ClickHouse-Exception-Code", "241"), text);
        try (FaultyServer server = insertServer(refusal);
                Client client = client(server)) {
            ServerException failure = catchThrowableOfType(
                    ServerException.class,
                    () -> client.insertColumns("t", List.of("id"), List.of(new long[] {1, 2, 3})));
            assertThat(failure.code()).isEqualTo(241);
            assertThat(inserts(server)).hasSize(1);
        }
    }

    @Test
    void aSilentServerIsAskedOnce() {
        try (FaultyServer server = FaultyServer.start(good.stallAt(0));
                Client client = Client.builder()
                        .url(server.url())
                        .option(Options.SOCKET_TIMEOUT, Duration.ofMillis(300))
                        .build()) {
            TimeoutException failure = catchThrowableOfType(TimeoutException.class, () -> client.query("SELECT 1"));
            assertThat(failure.phase()).isEqualTo(TimeoutException.Phase.WAIT);
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.UNKNOWN);
            assertThat(failure).hasMessageContaining("300 ms").hasMessageContaining(server.url());
            assertThat(statements(server)).hasSize(1);
        }
    }

    @Test
    void anAnswerThatStallsIsGivenUp() {
        try (FaultyServer server = FaultyServer.start(good.stallAt(good.bytes().length - 9));
                Client client = Client.builder()
                        .url(server.url())
                        .option(Options.SOCKET_TIMEOUT, Duration.ofMillis(300))
                        .build()) {
            TimeoutException failure = catchThrowableOfType(
                    TimeoutException.class, () -> client.query("SELECT 1 AS x").rows());
            assertThat(failure.phase()).isEqualTo(TimeoutException.Phase.RECEIVE);
            assertThat(statements(server)).hasSize(1);
        }
    }

    @Test
    void anInsertWhoseUserSaysSoIsSentAgainWhole() {
        StatementRequest request = insert().asRepeatable();
        Block block = block();
        for (Reply fault : List.of(BUSY, RESET)) {
            try (FaultyServer server = firstThen(2, fault, good);
                    Transport transport = Transports.open(server.url() + "?retry_pause=0.001")) {
                Iterator<Block> single = List.of(block).iterator();
                transport.insert(request, () -> single.hasNext() ? single.next() : null);
                assertThat(inserts(server)).hasSize(3);
                assertThat(server.requests().stream().map(ReceivedRequest::body).distinct())
                        .hasSize(1);
            }
        }
    }

    @Test
    void anInsertWhoseUserSaysSoIsNotSentAgainWhenItsBlocksAreGone() {
        StatementRequest request = insert().asRepeatable();
        Block block = block();
        try (FaultyServer server = FaultyServer.start(BUSY);
                Transport transport = Transports.open(server.url() + "?retry_pause=0.001")) {
            Iterator<Block> two = List.of(block, block).iterator();
            ClickHouseException failure = catchThrowableOfType(
                    ClickHouseException.class,
                    () -> transport.insert(request, () -> two.hasNext() ? two.next() : null));
            assertThat(failure).hasMessageContaining("503").hasMessageContaining("busy");
            assertThat(inserts(server)).hasSize(1);
        }
    }

    @Test
    void anInsertWithATokenAloneIsNotSentAgain() {
        StatementRequest request = insert();
        Block block = block();
        for (Reply fault : List.of(BUSY, RESET)) {
            try (FaultyServer server = firstThen(1, fault, good);
                    Transport transport = Transports.open(server.url() + "?retry_pause=0.001")) {
                Iterator<Block> single = List.of(block).iterator();
                assertThatThrownBy(() -> transport.insert(request, () -> single.hasNext() ? single.next() : null))
                        .isInstanceOf(ClickHouseException.class);
                assertThat(inserts(server)).hasSize(1);
            }
        }
    }

    private static StatementRequest insert() {
        return Transports.withSettings(
                "INSERT INTO t (id)", Map.of("insert_deduplication_token", "once", "max_execution_time", "9"));
    }

    private static Block block() {
        return new Block(
                List.of("id"),
                List.of(new ColumnFactory(ZoneOffset.UTC).column(DataTypes.parse("Int64"), new long[] {1, 2, 3})));
    }

    private FaultyServer insertServer(Reply fault) {
        return FaultyServer.choosing(request -> {
            String sql = request.parameter("query");
            boolean describes = request.headers().containsKey("content-length") && sql == null;
            return describes ? described : fault;
        });
    }

    private static List<ReceivedRequest> inserts(FaultyServer server) {
        return server.requests().stream()
                .filter(request -> request.text().contains("INSERT INTO"))
                .toList();
    }

    private static List<ReceivedRequest> statements(FaultyServer server) {
        return server.requests().stream()
                .filter(request -> !request.text().contains("KILL QUERY"))
                .toList();
    }

    private static FaultyServer firstThen(int count, Answer first, Answer then) {
        AtomicInteger answered = new AtomicInteger();
        return FaultyServer.choosing(request -> answered.getAndIncrement() < count ? first : then);
    }

    private static Client client(FaultyServer server) {
        return Client.builder()
                .url(server.url())
                .option(Options.RETRY_PAUSE, Duration.ofMillis(1))
                .build();
    }
}
