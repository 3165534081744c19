package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.CommandResult;
import io.chconnect.client.QueryRequest;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RawResult;
import io.chconnect.client.config.Options;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What only a server has: query ids, roles, headers. In process it is refused. */
@ClickHouseServerTest
@Timeout(60)
class ServerStatementsTest {
    private Client client;

    @BeforeEach
    void open(ClickHouseServer server) {
        client = Carrier.HTTP.open(server, "server_statements");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void everyStatementHasAQueryId() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            try (QueryResult result = client.query("SELECT queryID()")) {
                String id = result.queryId().orElseThrow();
                assertThat(result.single(String.class)).isEqualTo(id);
                ids.add(UUID.fromString(id).toString());
            }
            CommandResult command = client.command("SELECT queryID()");
            ids.add(UUID.fromString(command.text().strip()).toString());
            assertThat(command.summary().queryId()).contains(command.text().strip());
            try (RawResult raw = client.rawQuery("SELECT queryID()", "TSV")) {
                ids.add(UUID.fromString(raw.queryId().orElseThrow()).toString());
            }
        }
        assertThat(ids).hasSize(9);
    }

    @Test
    void aStatementMayHaveItsOwnDatabaseIdAndSettings() {
        CommandResult result = client.command(request -> request.sql(
                        "SELECT currentDatabase(), queryID(), getSetting('max_threads'), getSetting('log_comment')")
                .database("system")
                .queryId("my-id-1")
                .settings(Map.of("max_threads", 3, "log_comment", "x y&z"))
                .header("X-Something", "else"));

        assertThat(result.text()).isEqualTo("system\tmy-id-1\t3\tx y&z\n");
        assertThat(result.summary().queryId()).contains("my-id-1");
    }

    @Test
    void partsOfTheProtocolAreNoSettings() {
        for (String name : List.of("query", "user", "password", "default_format", "param_x")) {
            assertThatThrownBy(() ->
                            client.command(request -> request.sql("SELECT 1").setting(name, "x")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void anUnknownRoleIsAnErrorOfTheServer() {
        assertThatThrownBy(
                        () -> client.command(request -> request.sql("SELECT 1").roles("a&b", "nobody")))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(511));
    }

    @ParameterizedTest
    @ArgumentsSource(Carriers.class)
    void whereThereIsNoServerTheyAreRefusedByName(Carrier carrier, ClickHouseServer server) {
        Map<String, UnaryOperator<QueryRequest>> requests = Map.of(
                "id", request -> request.queryId(UUID.randomUUID().toString()),
                "headers", request -> request.header("X-A", "b"));
        try (Client each = carrier.open(server, "server_or_not")) {
            requests.forEach((name, with) -> {
                if (carrier == Carrier.HTTP) {
                    assertThat(each.command(request -> with.apply(request.sql("SELECT 1")))
                                    .text())
                            .isEqualTo("1\n");
                } else {
                    assertThatThrownBy(() -> each.command(request -> with.apply(request.sql("SELECT 1"))))
                            .isInstanceOf(ConfigurationException.class)
                            .hasMessageContaining(name);
                }
            });
        }
    }

    @Test
    void parametersStayOutOfTheUrlWhereThatIsAskedFor(ClickHouseServer server) {
        try (Client shy = Client.builder()
                .url(server.url())
                .option(Options.PARAMETERS_IN_BODY, true)
                .build()) {
            assertThat(shy.query(request -> request.sql("SELECT {a:String} || {b:String} AS x")
                                    .parameter("a", "\u00fc&=")
                                    .parameter("b", "\t"))
                            .single(String.class))
                    .isEqualTo("\u00fc&=\t");
            assertThat(shy.command(request ->
                                    request.sql("SELECT {a:Array(String)}").parameter("a", List.of("x")))
                            .text())
                    .isEqualTo("['x']\n");
        }
    }

    @Test
    void aSessionOfTheClientIsTheOneOfItsId(ClickHouseServer server) {
        String id = UUID.randomUUID().toString();
        try (Client one = Client.connect(server.url() + "?session_id=" + id);
                Client two = Client.connect(server.url() + "?session_id=" + id);
                Client auto = Client.connect(server.url() + "?session_id=auto");
                Client other = Client.connect(server.url() + "?session_id=auto")) {
            one.command("CREATE TEMPORARY TABLE mine (x Int8)");
            assertThat(two.command("SELECT count() FROM mine").text()).isEqualTo("0\n");
            auto.command("CREATE TEMPORARY TABLE ours (x Int8)");
            assertThat(auto.command("SELECT count() FROM ours").text()).isEqualTo("0\n");
            assertThatThrownBy(() -> other.command("SELECT count() FROM ours")).isInstanceOf(ServerException.class);
            assertThatThrownBy(() -> client.command("SELECT count() FROM mine")).isInstanceOf(ServerException.class);
        }
    }
}
