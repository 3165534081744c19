package io.chconnect.conformance.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.OperationAttempt;
import io.chconnect.client.OperationEnd;
import io.chconnect.client.OperationInfo;
import io.chconnect.client.OperationObserver;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RawResult;
import io.chconnect.client.transport.RawContent;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.fault.Fault;
import io.chconnect.testkit.fault.FaultProxy;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners are told of every operation, over HTTP and in process. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OperationListenerTest {
    private static final String EMBEDDED = "chdb:memory";

    private final ClickHouseServer server;
    private final RecordedOperations recorded = new RecordedOperations();

    OperationListenerTest(ClickHouseServer server) {
        this.server = server;
    }

    private Client client(String where) {
        return Client.builder()
                .url(where.equals(EMBEDDED) ? where : server.url())
                .listener(recorded)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", EMBEDDED})
    void aQueryIsToldFromItsStartToItsEnd(String where) {
        try (Client client = client(where)) {
            client.query(request -> request.sql("SELECT number FROM numbers({n:UInt64})")
                            .parameter("n", 1000))
                    .rows();
        }
        RecordedOperations.Operation query = recorded.only();
        assertThat(query.events()).containsExactly("attempt", "sent", "first byte", "end");
        assertThat(query.info().kind()).isEqualTo(OperationInfo.Kind.QUERY);
        assertThat(query.info().sql()).isEqualTo("SELECT number FROM numbers({n:UInt64})");
        assertThat(query.info().queryId()).isNull();
        OperationAttempt attempt = query.attempts().get(0);
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.queryId() == null).isEqualTo(where.equals(EMBEDDED));
        assertThat(attempt.port()).isEqualTo(where.equals(EMBEDDED) ? 0 : server.httpPort());
        assertThat(query.end().how()).isEqualTo(OperationEnd.How.COMPLETED);
        assertThat(query.end().rows()).isEqualTo(1000);
        assertThat(query.end().attempts()).isEqualTo(1);
        assertThat(query.end().elapsed()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", EMBEDDED})
    void everyKindOfOperationIsTold(String where) {
        try (Client client = client(where)) {
            String table = "seen_kinds";
            client.command("DROP TABLE IF EXISTS " + table);
            client.command("CREATE TABLE " + table + " (a UInt8) ENGINE = Memory");
            client.insert(table, List.of("a"), List.of(List.of(1), List.of(2)));
            client.rawInsert(
                    request -> request.sql("INSERT INTO " + table + " FORMAT CSV"),
                    RawContent.of("3\n".getBytes(StandardCharsets.UTF_8)));
            try (RawResult answer = client.rawQuery("SELECT a FROM " + table + " ORDER BY a", "CSV")) {
                assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).isEqualTo("1\n2\n3\n");
            }
            client.command("DROP TABLE " + table);
        }
        assertThat(recorded.all())
                .extracting(each -> each.info().kind() + " " + each.info().statement())
                .containsExactly(
                        "COMMAND DROP",
                        "COMMAND CREATE",
                        "QUERY DESCRIBE",
                        "INSERT INSERT",
                        "RAW_INSERT INSERT",
                        "RAW_QUERY SELECT",
                        "COMMAND DROP");
        assertThat(recorded.all()).allSatisfy(each -> {
            assertThat(each.end().how()).isEqualTo(OperationEnd.How.COMPLETED);
            assertThat(each.events()).containsExactly("attempt", "sent", "first byte", "end");
        });
        assertThat(recorded.all().get(3).end().summary().writtenRows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", EMBEDDED})
    void aFailureIsToldOnce(String where) {
        try (Client client = client(where)) {
            assertThatThrownBy(() -> client.query("SELECT nothing_there")).isInstanceOf(ServerException.class);
        }
        OperationEnd end = recorded.only().end();
        assertThat(end.how()).isEqualTo(OperationEnd.How.FAILED);
        assertThat(end.failure()).isInstanceOf(ServerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", EMBEDDED})
    void anAnswerThatIsClosedEarlyIsLeft(String where) {
        try (Client client = client(where)) {
            try (QueryResult result = client.query("SELECT number FROM system.numbers")) {
                assertThat(result.nextBlock()).isNotNull();
            }
            assertThat(recorded.only().end().how()).isEqualTo(OperationEnd.How.LEFT);
            assertThat(recorded.only().end().rows()).isPositive();
        }
    }

    @Test
    void aRetryIsTold() {
        try (FaultProxy proxy = FaultProxy.start(server.httpPort());
                Client client =
                        Client.builder().url(proxy.url()).listener(recorded).build()) {
            proxy.faults(connection -> connection == 1 ? Fault.down(Fault.Kind.RESET, 0) : Fault.NONE);
            assertThat(client.query("SELECT 1").rows()).hasSize(1);
        }
        RecordedOperations.Operation query = recorded.only();
        assertThat(query.events()).containsExactly("attempt", "sent", "retry", "attempt", "sent", "first byte", "end");
        assertThat(query.attempts()).extracting(OperationAttempt::number).containsExactly(1, 2);
        assertThat(query.attempts()).extracting(OperationAttempt::queryId).doesNotHaveDuplicates();
        assertThat(query.end().attempts()).isEqualTo(2);
    }

    @Test
    void aServerThatIsToldAgainInOlderWordsIsARetry() {
        Map<String, String> format = Map.of("X-ClickHouse-Format", "Native");
        Reply refusal = Reply.http(
                404,
                Map.of("X-ClickHouse-Exception-Code", "115"),
                "Code: 115. DB::Exception: Unknown setting client_protocol_version".getBytes(StandardCharsets.UTF_8));
        try (FaultyServer old =
                        FaultyServer.choosing(request -> request.target().contains("client_protocol_version")
                                ? refusal
                                : request.target().contains("wait_end_of_query")
                                        ? Reply.http(200, format, "UTC\n".getBytes(StandardCharsets.UTF_8))
                                        : Reply.http(200, format, new byte[0]));
                Client client =
                        Client.builder().url(old.url()).listener(recorded).build()) {
            assertThat(client.query("SELECT 1").rows()).isEmpty();
        }
        RecordedOperations.Operation query = recorded.only();
        assertThat(query.events())
                .containsExactly("attempt", "sent", "first byte", "retry", "attempt", "sent", "first byte", "end");
        assertThat(query.attempts()).extracting(OperationAttempt::number).containsExactly(1, 2);
        assertThat(query.end().attempts()).isEqualTo(2);
    }

    @Test
    void headersOfAnAttemptAreSentUnlessTheRequestHasThem() {
        Map<String, String> headers = Map.of("X-ClickHouse-Format", "TabSeparated");
        try (FaultyServer server = FaultyServer.start(Reply.http(200, headers, new byte[0]));
                Client client =
                        Client.builder().url(server.url()).listener(recorded).build()) {
            client.command("SELECT 1");
            client.command(request -> request.sql("SELECT 2").header("X-Attempt", "own"));
            assertThat(server.requests())
                    .extracting(request -> request.headers().get("x-attempt"))
                    .containsExactly("1", "own");
        }
    }

    @Test
    void progressIsToldToListenersThatWantItAndToTheRequest() {
        RecordedOperations curious = new RecordedOperations(true);
        AtomicInteger told = new AtomicInteger();
        try (Client client = Client.builder()
                .url(server.url())
                .setting("max_threads", 1)
                .listener(curious)
                .listener(recorded)
                .build()) {
            String sql = "SELECT count() FROM numbers(30) WHERE sleepEachRow(0.03) = 0 SETTINGS max_block_size = 1";
            client.query(request -> request.sql(sql).progress(progress -> told.incrementAndGet()))
                    .rows();
        }
        assertThat(curious.only().events()).contains("progress");
        assertThat(recorded.only().events()).doesNotContain("progress");
        assertThat(told).hasPositiveValue();
    }

    @Test
    void whatListenersThrowHarmsNoOperation() {
        OperationObserver broken = new OperationObserver() {
            @Override
            public Map<String, String> attempt(OperationAttempt attempt) {
                throw new IllegalStateException("attempt");
            }

            @Override
            public void sent() {
                throw new IllegalStateException("sent");
            }

            @Override
            public void firstByte() {
                throw new AssertionError("first byte");
            }

            @Override
            public void ended(OperationEnd end) {
                throw new IllegalStateException("ended");
            }
        };
        try (Client client = Client.builder()
                .url(server.url())
                .listener(operation -> {
                    throw new IllegalStateException("started");
                })
                .listener(operation -> broken)
                .listener(operation -> null)
                .listener(recorded)
                .build()) {
            assertThat(client.query("SELECT 1").rows()).hasSize(1);
        }
        assertThat(recorded.only().events()).containsExactly("attempt", "sent", "first byte", "end");
    }

    @Test
    void thePoolIsCounted() {
        try (Client client = client("http")) {
            assertThat(client.connections().orElseThrow().leased()).isZero();
            try (QueryResult result = client.query("SELECT number FROM system.numbers")) {
                assertThat(result.nextBlock()).isNotNull();
                assertThat(client.connections().orElseThrow().leased()).isEqualTo(1);
            }
            assertThat(client.connections().orElseThrow().max()).isPositive();
        }
        try (Client client = client(EMBEDDED)) {
            assertThat(client.connections()).isEmpty();
        }
    }
}
