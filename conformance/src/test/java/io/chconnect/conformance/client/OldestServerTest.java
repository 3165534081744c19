package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RawResult;
import io.chconnect.client.Row;
import io.chconnect.client.config.Compression;
import io.chconnect.client.config.Options;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.OldestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Debian's ClickHouse 18.16, of 2018. Where it is not installed the tests are skipped; with {@code CI=true} they fail. */
@Timeout(120)
class OldestServerTest {
    private static OldestServer server;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException {
        server = OldestServer.startOrSkip(directory);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whatAnswersWithRowsIsToldByTheFirstWordWhereThereAreNone() {
        try (Client client = Client.connect(server.url())) {
            for (String sql : List.of("SELECT 1 WHERE 0", "SHOW TABLES LIKE 'nothing like it'", "SELECT 1")) {
                try (QueryResult result = client.query(sql)) {
                    assertThat(result.answersRows()).isTrue();
                }
            }
            try (QueryResult result = client.query("DROP TABLE IF EXISTS nowhere_to_be_found")) {
                assertThat(result.answersRows()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void commandsQueriesAndInsertsWork(Compression compression) {
        try (Client client = Client.builder()
                .url(server.url())
                .option(Options.COMPRESSION, compression)
                .option(
                        Options.INSERT_COMPRESSION,
                        compression == Compression.BLOCKS_LZ4 ? compression : Compression.NONE)
                .connect()) {
            assertThat(client.serverVersion()).startsWith("18.16");
            client.command("DROP TABLE IF EXISTS old");
            client.command("CREATE TABLE old (id UInt32, s Nullable(String), d DateTime) ENGINE = Memory");
            client.insert(
                    "old",
                    List.of("id", "s", "d"),
                    List.of(
                            List.of(1, "a", Instant.ofEpochSecond(1_700_000_000)),
                            List.of(2, "b", Instant.ofEpochSecond(5))));

            try (QueryResult result = client.query("SELECT id, s, d FROM old ORDER BY id")) {
                List<Row> rows = result.rows();
                assertThat(result.zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
                assertThat(rows).hasSize(2);
                assertThat(rows.get(0).getString("s")).isEqualTo("a");
                assertThat(rows.get(0).getInstant("d")).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
            }
            try (QueryResult result = client.query("SELECT number FROM system.numbers LIMIT 300000")) {
                assertThat(result.stream().mapToLong(row -> row.getLong(0)).sum())
                        .isEqualTo(44_999_850_000L);
            }
            try (RawResult result = client.rawQuery("SELECT 1", "CSV")) {
                assertThat(result.bytes()).isEqualTo(new byte[] {'1', '\n'});
            }
        }
    }

    @Test
    void parametersNeedANewerServer() {
        try (Client client = Client.connect(server.url())) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> client.query(request ->
                                        request.sql("SELECT {a:UInt8}").parameter("a", 1))
                                .close())
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("19.11");
                assertThatThrownBy(() -> client.command(
                                request -> request.sql("SELECT {a:UInt8}").parameter("a", 1)))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("19.11");
            }
        }
    }

    @Test
    void errorsAreTheServersOwn() {
        try (Client client = Client.connect(server.url())) {
            assertThatThrownBy(() -> client.command("SELECT nothing"))
                    .isInstanceOfSatisfying(
                            ServerException.class, e -> assertThat(e.code()).isEqualTo(47));
        }
    }
}
