package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.ServerOptions;
import io.chconnect.engine.ServerUser;
import io.chconnect.error.AuthenticationException;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.ServerException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user can get wrong: each gives one clear error, and nothing hangs. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BadInputTest {
    private final ClickHouseServer server;

    BadInputTest(ClickHouseServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://localhost:8123 | ftp",
                "http://localhost:port | port",
                "http://localhost:70000 | 70000",
                "http:// | host",
                "http://local host | local host",
                "http://u:pw-7f3a%zz@localhost | percent",
                "http://localhost?no_such_option=1 | no_such_option",
                "chdb: | chdb:memory"
            })
    void aWrongUrlIsNamedBeforeAnythingIsSent(String url, String named) {
        assertThatThrownBy(() -> Client.connect(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("pw-7f3a");
    }

    @Test
    void aClosedPortIsNamed() {
        int port = ClickHouseServer.freePort();
        try (Client client = Client.connect("http://127.0.0.1:" + port)) {
            ConnectionException failure = failure(client, "SELECT 1", ConnectionException.class);
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("127.0.0.1:" + port);
            assertThat(client.ping()).isFalse();
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        try (Client client = Client.connect("http://no-such-host.invalid:8123")) {
            ConnectionException failure = failure(client, "SELECT 1", ConnectionException.class);
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("no-such-host.invalid");
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndNotRepeatedInTheMessage() {
        ServerOptions options = ServerOptions.builder()
                .user(ServerUser.named("ann").withPassword("pw-the-right-one"))
                .build();
        try (ClickHouseServer guarded = ClickHouseServer.start(options);
                Client client = Client.builder()
                        .url("http://127.0.0.1:" + guarded.httpPort())
                        .user("ann", "pw-not-the-right-one")
                        .build()) {
            AuthenticationException failure = failure(client, "SELECT 1", AuthenticationException.class);
            assertThat(failure.code()).isEqualTo(516);
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.REJECTED);
            assertThat(failure).hasMessageNotContaining("pw-not-the-right-one");
        }
    }

    @Test
    void anUnknownTableComesWithCodeNameAndQueryId() {
        try (Client client = Client.connect(server.url())) {
            ServerException failure = failure(client, "SELECT * FROM no_such_table", ServerException.class);
            assertThat(failure.code()).isEqualTo(60);
            assertThat(failure.name()).isEqualTo("UNKNOWN_TABLE");
            assertThat(failure.queryId()).isNotBlank();
            assertThat(failure).hasMessageContaining("no_such_table");
        }
    }

    @Test
    void anUnknownTableOfAnInsertIsNamed() {
        try (Client client = Client.connect(server.url())) {
            assertThatThrownBy(() -> client.insertColumns("no_such_table", List.of("a"), List.of(new int[] {1})))
                    .isInstanceOfSatisfying(
                            ServerException.class,
                            failure -> assertThat(failure.code()).isEqualTo(60));
        }
    }

    @Test
    void aSyntaxErrorSaysWhere() {
        try (Client client = Client.connect(server.url())) {
            ServerException failure = failure(client, "SELEC 1", ServerException.class);
            assertThat(failure.code()).isEqualTo(62);
            assertThat(failure.name()).isEqualTo("SYNTAX_ERROR");
            assertThat(failure).hasMessageContaining("position 7");
        }
    }

    @Test
    void theNativePortShowsTheHintOfTheServer() {
        try (Client client = Client.connect("http://127.0.0.1:" + server.tcpPort())) {
            ClickHouseException failure = failure(client, "SELECT 1", ClickHouseException.class);
            assertThat(failure).hasMessageContaining("is for clickhouse-client program");
        }
    }

    @Test
    void aServerKilledInTheMiddleOfAQueryBreaksItOff() {
        try (ClickHouseServer doomed = ClickHouseServer.start();
                Client client = Client.connect(doomed.url());
                QueryResult result =
                        client.query(request -> request.sql("SELECT number, sleepEachRow(0.01) FROM system.numbers")
                                .setting("max_block_size", 10))) {
            assertThat(result.nextBlock()).isNotNull();
            doomed.kill();
            assertThatThrownBy(() -> result.forEach(row -> {}))
                    .isInstanceOfSatisfying(
                            ClickHouseException.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(StatementOutcome.UNKNOWN))
                    .hasMessageContaining("rows");
            assertThat(client.ping()).isFalse();
        }
    }

    private static <T extends ClickHouseException> T failure(Client client, String sql, Class<T> kind) {
        return catchThrowableOfType(kind, () -> client.query(sql).close());
    }
}
