package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.AsyncClient;
import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.client.Session;
import io.chconnect.client.config.Options;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.ServerException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

@ClickHouseServerTest
@Timeout(60)
class ClientTest {
    private static final String SETTINGS = "SELECT getSetting('max_threads'), getSetting('max_block_size')";

    @Test
    void theBuilderWinsOverTextsAndTextsWinOverTheUrl(ClickHouseServer server) {
        Properties properties = new Properties();
        properties.setProperty("setting_max_threads", "5");
        properties.setProperty("client_name", "from-properties");
        try (Client client = Client.builder()
                .url(server.url() + "/system?setting_max_threads=3&setting_max_block_size=1234&client_name=from-url")
                .properties(properties)
                .options(Map.of("socket_timeout", "20"))
                .option(Options.CLIENT_NAME, "from-builder")
                .build()) {
            assertThat(client.command(SETTINGS).text()).isEqualTo("5\t1234\n");
            assertThat(client.command("SELECT currentDatabase()").text()).isEqualTo("system\n");
            assertThat(client.command("SELECT http_user_agent FROM system.processes WHERE query_id = queryID()")
                            .text())
                    .startsWith("from-builder clickhouse-connect-java");
        }
    }

    @Test
    void anUnknownOptionIsRefusedWhereverItComesFrom(ClickHouseServer server) {
        Properties properties = new Properties();
        properties.setProperty("max_connection", "5");

        assertThatThrownBy(() -> Client.builder()
                        .url(server.url())
                        .properties(properties)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("max_connections");
    }

    @Test
    void connectingChecksAndBuildingDoesNot(ClickHouseServer server) {
        String nobody = "http://127.0.0.1:" + ClickHouseServer.freePort();

        Client.builder().url(nobody).build().close();
        assertThatThrownBy(() -> Client.builder().url(nobody).connect()).isInstanceOf(ConnectionException.class);
        Client.builder().url(server.url()).connect().close();
    }

    @Test
    void aClientMayHaveASession(ClickHouseServer server) {
        try (Client client = Client.builder()
                        .url(server.url())
                        .option(Options.SESSION_ID, "auto")
                        .build();
                Client other = Client.connect(server.url())) {
            client.command("CREATE TEMPORARY TABLE mine (x Int8)");
            client.insert("mine", List.of("x"), List.of(List.of(1), List.of(2)));

            assertThat(client.command("SELECT count() FROM mine").text()).isEqualTo("2\n");
            assertThatThrownBy(() -> other.command("SELECT count() FROM mine")).isInstanceOf(ClickHouseException.class);
        }
    }

    @Test
    void pingAnswersAndNeverThrows(ClickHouseServer server) {
        try (Client client = Client.connect(server.url());
                Client nobody = Client.connect("http://127.0.0.1:" + ClickHouseServer.freePort())) {
            assertThat(client.ping()).isTrue();
            assertThat(client.ping(Duration.ofSeconds(5))).isTrue();
            assertThat(nobody.ping()).isFalse();
        }
    }

    @Test
    void closingTwiceIsHarmlessAndAClosedClientSaysSo(ClickHouseServer server) {
        Client client = Client.connect(server.url());
        client.close();
        client.close();

        assertThatThrownBy(() -> client.command("SELECT 1")).isInstanceOf(ClickHouseException.class);
        assertThat(client.ping()).isFalse();
    }

    @Test
    void manyThreadsShareAClient(ClickHouseServer server) {
        try (Client client = Client.connect(server.url() + "?max_connections=4")) {
            assertThat(IntStream.range(0, 200)
                            .parallel()
                            .mapToObj(i -> client.command(request ->
                                            request.sql("SELECT {i:UInt32}").parameter("i", i))
                                    .text())
                            .map(String::strip)
                            .map(Integer::valueOf)
                            .toList())
                    .isEqualTo(IntStream.range(0, 200).boxed().toList());
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Carriers.class)
    void rowsBehindTheLargestNumberAreNotRead(Carrier carrier, ClickHouseServer server) {
        String endless = "SELECT number, toString(number) AS s, now64(3) AS t FROM system.numbers";
        try (Client client = carrier.open(server, "limits")) {
            for (long rows : new long[] {1, 7, 10, 25}) {
                try (QueryResult result = client.query(request ->
                        request.sql(endless).setting("max_block_size", 10).maxRows(rows))) {
                    List<Row> all = result.rows();
                    assertThat(all).hasSize((int) rows);
                    assertThat(all.get((int) rows - 1).getString("s")).isEqualTo(Long.toString(rows - 1));
                }
            }
            try (QueryResult result =
                    client.query(request -> request.sql("SELECT 1").maxRows(5))) {
                assertThat(result.rows()).hasSize(1);
                assertThat(result.summary()).isNotNull();
            }
            assertThatThrownBy(() ->
                            client.query(request -> request.sql("SELECT 1").maxRows(0)))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Carriers.class)
    void callsMayBeAsynchronous(Carrier carrier, ClickHouseServer server) {
        try (Client client = carrier.open(server, "calls")) {
            AsyncClient async = client.async();
            List<CompletableFuture<String>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> async.command(
                                    request -> request.sql("SELECT {i:UInt32}").parameter("i", i))
                            .thenApply(result -> result.text().strip()))
                    .toList();
            for (int i = 0; i < 50; i++) {
                assertThat(answers.get(i).join()).isEqualTo(Integer.toString(i));
            }
            assertThatThrownBy(() -> async.query(request -> request.sql("SELECT nothing"))
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ServerException.class);
            assertThat(client.async(Runnable::run)
                            .command(request -> request.sql("SELECT 1"))
                            .join()
                            .text())
                    .isEqualTo("1\n");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Carriers.class)
    void aStateOfAnAggregateFunctionIsRefusedByItsColumn(Carrier carrier, ClickHouseServer server) {
        try (Client client = carrier.open(server, "states")) {
            assertThatThrownBy(() -> {
                        try (QueryResult result =
                                client.query("SELECT 1 AS a, sumState(number) AS s FROM numbers(3)")) {
                            result.rows();
                        }
                    })
                    .isInstanceOf(UnsupportedTypeException.class)
                    .hasMessageContaining("s")
                    .hasMessageContaining("AggregateFunction");
        }
    }

    @Test
    void aResultThatNobodyClosesIsReleased(ClickHouseServer server) throws InterruptedException {
        Session session = Session.create();
        try (Client client = Client.connect(server.url())) {
            forget(client, session);
            assertThatThrownBy(() ->
                            client.command(request -> request.sql("SELECT 1").session(session)))
                    .isInstanceOf(ConfigurationException.class);

            boolean released = false;
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!released && System.nanoTime() < deadline) {
                System.gc();
                Thread.onSpinWait();
                try {
                    released = client.command(request -> request.sql("SELECT 1").session(session))
                            .text()
                            .equals("1\n");
                } catch (ClickHouseException e) {
                    Thread.sleep(20);
                }
            }
            assertThat(released).isTrue();
        }
    }

    private static void forget(Client client, Session session) {
        QueryResult result = client.query(request -> request.sql("SELECT number FROM system.numbers")
                .setting("max_block_size", 10)
                .session(session));
        assertThat(result.nextBlock()).isNotNull();
    }
}
