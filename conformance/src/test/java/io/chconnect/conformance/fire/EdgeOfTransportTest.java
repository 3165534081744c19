package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RawResult;
import io.chconnect.client.config.NetworkOptions;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.RawContent;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.AuthenticationException;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.fault.FaultProxy;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cases at the edge of the transport that other drivers were seen to fall over. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EdgeOfTransportTest {
    private static final int SESSION_IS_LOCKED = 373;
    private static final int ROWS = 300_000;
    private final ClickHouseServer server;

    EdgeOfTransportTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void twoClientsWithOneSessionAreToldByTheServer() {
        String url = server.url() + "?session_id=fire-edge-shared";
        try (Client one = Client.connect(url);
                Client other = Client.connect(url);
                QueryResult holding = one.query("SELECT number FROM system.numbers")) {
            assertThat(holding.nextBlock()).isNotNull();
            assertThatThrownBy(() -> other.query("SELECT 1").rows())
                    .isInstanceOfSatisfying(
                            ServerException.class, e -> assertThat(e.code()).isEqualTo(SESSION_IS_LOCKED));
        }
    }

    @Test
    void headersOfTheUserGoWithPings() {
        try (FaultyServer faulty = FaultyServer.start(Reply.text(200, "text/plain", "Ok.\n"));
                Client client = Client.connect(faulty.url() + "?header_X-Tenant=seven")) {
            assertThat(client.ping()).isTrue();
            assertThat(faulty.requests()).last().satisfies(request -> {
                assertThat(request.target()).isEqualTo("/ping");
                assertThat(request.headers()).containsEntry("x-tenant", "seven");
            });
        }
    }

    @Test
    void connectionsAreReplacedWhileOthersAreInUse() {
        try (FaultProxy proxy = FaultProxy.start(server.httpPort());
                Client client = Client.builder()
                        .url(proxy.url())
                        .option(Options.CONNECTION_AGE, Duration.ofMillis(20))
                        .build();
                QueryResult stream = client.query("SELECT number FROM numbers(3000000)")) {
            assertThat(stream.nextBlock()).isNotNull();
            CompletableFuture<String> slow = CompletableFuture.supplyAsync(
                    () -> client.command("SELECT sleep(1)").text().strip());
            int before = proxy.connections();
            while (!slow.isDone()) {
                assertThat(client.ping()).isTrue();
                assertThat(client.query("SELECT 1").rows()).hasSize(1);
            }
            assertThat(slow.join()).isEqualTo("0");
            assertThat(proxy.connections()).isGreaterThan(before + 1);
            assertThat(stream.stream().count()).isGreaterThan(2_000_000);
        }
    }

    @Test
    void dataThatIsGoneIsNotSentAgainWithANewToken() {
        AtomicInteger given = new AtomicInteger();
        Reply refused = Reply.http(
                403,
                Map.of("X-ClickHouse-Exception-Code", "516"),
                "Code: 516. DB::Exception: Authentication failed. (AUTHENTICATION_FAILED)"
                        .getBytes(StandardCharsets.US_ASCII));
        try (FaultyServer faulty = FaultyServer.start(refused);
                Client client = Client.builder()
                        .url(faulty.url())
                        .option(NetworkOptions.TOKEN_PROVIDER, () -> "token-" + given.incrementAndGet())
                        .build()) {
            assertThatThrownBy(() -> client.rawInsert(request -> request.sql("INSERT INTO t FORMAT CSV"), once("1\n")))
                    .isInstanceOf(AuthenticationException.class);
            assertThat(faulty.requests()).hasSize(1);
        }
    }

    @Test
    void theServersErrorIsShownWhenTheDataOfAnInsertIsGone() {
        Reply full = Reply.http(
                500,
                Map.of("X-ClickHouse-Exception-Code", "241"),
                "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)"
                        .getBytes(StandardCharsets.US_ASCII));
        try (FaultyServer faulty = FaultyServer.start(full);
                Client client = Client.connect(faulty.url())) {
            ServerException failure = catchThrowableOfType(
                    ServerException.class,
                    () -> client.rawInsert(request -> request.sql("INSERT INTO t FORMAT CSV"), once("1\n2\n")));
            assertThat(failure.code()).isEqualTo(241);
            assertThat(faulty.requests()).hasSize(1);
        }
    }

    @Test
    void anErrorBehindJsonIsTheServersAndNotTheData() {
        try (Client client = Client.connect(server.url());
                RawResult result = client.rawQuery(
                        "JSONEachRow",
                        request -> request.sql(
                                        "SELECT number AS z, throwIf(number = " + ROWS + ") FROM numbers(1000000)")
                                .setting("max_block_size", 1000))) {
            assertThatThrownBy(result::bytes).isInstanceOfSatisfying(ServerException.class, e -> {
                assertThat(e.code()).isEqualTo(395);
                assertThat(e.getMessage()).hasSizeLessThan(1000).doesNotContain("\"z\"");
            });
        }
    }

    @Test
    void failedInsertsLeaveTheirServersErrorAndNothingElse() {
        try (Client client = Client.connect(server.url() + "?max_connections=2")) {
            List<ClickHouseException> failures = IntStream.range(0, 50)
                    .mapToObj(i -> catchThrowableOfType(
                            ClickHouseException.class,
                            () -> client.insertColumns("no_such_table", List.of("id"), List.of(new long[] {i}))))
                    .toList();
            assertThat(failures)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOfSatisfying(
                                    ServerException.class,
                                    e -> assertThat(e.name()).isEqualTo("UNKNOWN_TABLE")));
            assertThat(client.query("SELECT 1").rows()).hasSize(1);
        }
    }

    private static RawContent once(String text) {
        return RawContent.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
