package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.CommandResult;
import io.chconnect.client.ExternalTable;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RawResult;
import io.chconnect.client.Session;
import io.chconnect.client.Summary;
import io.chconnect.client.TableDefinition;
import io.chconnect.client.transport.RawContent;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.DataTypes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

@ClickHouseServerTest
@ParameterizedClass
@ArgumentsSource(Carriers.class)
@Timeout(60)
class StatementsTest {
    private static final String CSV = "1,\"a\"\n2,\"b;\"\n";

    @Parameter
    Carrier carrier;

    private Client client;

    @BeforeEach
    void open(ClickHouseServer server) {
        client = carrier.open(server, "statements");
        client.command(TableDefinition.of("t")
                .column("id", DataTypes.parse("UInt32"))
                .column("s", DataTypes.parse("String"))
                .column("twice", DataTypes.parse("UInt64"), "MATERIALIZED id * 2")
                .orderBy("id")
                .sql());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void answersComeInAnyFormat() {
        try (RawResult result = client.rawQuery("SELECT number AS n FROM numbers(3)", "CSVWithNames")) {
            assertThat(result.format()).contains("CSVWithNames");
            assertThat(text(result)).isEqualTo("\"n\"\n0\n1\n2\n");
            assertThat(result.summary().readRows()).isEqualTo(3);
        }
        try (RawResult result = client.rawQuery("SELECT 1 AS n FORMAT JSONEachRow", "CSV")) {
            assertThat(text(result)).isEqualTo("{\"n\":1}\n");
        }
    }

    @Test
    void aRawAnswerMayBeLeftEarly() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (RawResult result = client.rawQuery("SELECT number FROM numbers(1000000000)", "RowBinary")) {
                InputStream in = result.stream();
                assertThat(in.readNBytes(16)).hasSize(16);
            }
        }
        assertThat(client.command("SELECT 1").text()).isEqualTo("1\n");
    }

    @Test
    void anErrorBehindRawDataIsAnError() {
        try (RawResult result = client.rawQuery(
                "CSV",
                request -> request.sql("SELECT throwIf(number = 300000) FROM numbers(1000000)")
                        .setting("max_block_size", 1000))) {
            assertThatThrownBy(result::bytes)
                    .isInstanceOfSatisfying(
                            ServerException.class, e -> assertThat(e.code()).isEqualTo(395));
        }
    }

    @Test
    void dataOfAnyFormatIsInserted() throws IOException {
        byte[] csv = CSV.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv);
        }
        String sql = "INSERT INTO t (id, s) FORMAT CSV";

        Summary summary = client.rawInsert(request -> request.sql(sql), RawContent.of(csv));
        client.rawInsert(request -> request.sql(sql), RawContent.of(new ByteArrayInputStream(csv)));
        client.rawInsert(
                request -> request.sql(sql), RawContent.of(packed.toByteArray()).compressedWith("gzip"));

        assertThat(summary.writtenRows()).isEqualTo(2);
        assertThat(client.command("SELECT count(), uniqExact(s), sum(twice) FROM t")
                        .text())
                .isEqualTo("6\t2\t18\n");
    }

    @Test
    void filesAreInserted(@TempDir Path directory) throws IOException {
        Path plain = directory.resolve("rows.csv");
        Files.writeString(plain, "s,id\nx,7\n");
        Path packed = directory.resolve("rows.tsv.gz");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write("8\ty\n".getBytes(StandardCharsets.UTF_8));
        }

        client.insertFile("t", List.of(), "CSVWithNames", plain);
        client.insertFile("t", List.of("id", "s"), "TSV", packed);

        assertThat(client.command("SELECT id, s FROM t ORDER BY id").text()).isEqualTo("7\tx\n8\ty\n");
        assertThatThrownBy(() -> client.insertFile("t", List.of(), "CSV", directory.resolve("none.csv")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.csv");
    }

    @Test
    void aFailingStreamStopsTheInsertAndComesOutAsItself() {
        InputStream failing = new InputStream() {
            private int left = 10;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("the disk is gone");
                }
                left--;
                return left % 2 == 0 ? '1' : '\n';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                bytes[offset] = (byte) read();
                return 1;
            }
        };
        client.command("CREATE TABLE numbers (n UInt8) ENGINE = Memory");

        assertThatThrownBy(() -> client.rawInsert(
                        request -> request.sql("INSERT INTO numbers FORMAT CSV"), RawContent.of(failing)))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("the disk is gone");
        assertThat(client.command("SELECT count() FROM numbers").text()).isEqualTo("0\n");
    }

    @Test
    void tablesComeAlongWithAStatement(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("names.tsv");
        Files.writeString(file, "1\tone\n2\ttwo\n");
        ExternalTable ids = ExternalTable.of("ids", "id UInt32", "CSV", "2\n3\n".getBytes(StandardCharsets.UTF_8));
        ExternalTable names = ExternalTable.of("names", "id UInt32, name String", "TSV", file);

        try (QueryResult result = client.query(
                request -> request.sql("SELECT name, {p:UInt8} AS p FROM names WHERE id IN (SELECT id FROM ids);")
                        .externalTable(ids)
                        .externalTable(names)
                        .parameter("p", 9))) {
            assertThat(result.rows()).hasSize(1).first().hasToString("[two, 9]");
        }
        client.command(request -> request.sql("CREATE TABLE copied ENGINE = Memory AS SELECT * FROM names")
                .externalTable(names));
        assertThat(client.command("SELECT count() FROM copied").text()).isEqualTo("2\n");
        try (RawResult result = client.rawQuery(
                "CSV", request -> request.sql("SELECT sum(id) FROM ids").externalTable(ids))) {
            assertThat(text(result)).isEqualTo("5\n");
        }
    }

    @Test
    void externalTablesAreCheckedWhenTheyAreMade(@TempDir Path directory) {
        assertThatThrownBy(() -> ExternalTable.of("a b", "x Int8", "CSV", new byte[0]))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> ExternalTable.of("a", " ", "CSV", new byte[0]))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> ExternalTable.of("a", "x Int8", "CSV", directory.resolve("none")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void statementsAreOutsideOfSessionsUnlessOneIsAskedFor() {
        client.command("SET max_threads = 1");
        assertThat(client.command("SELECT getSetting('max_threads') = 1 AND 0 = 1")
                        .text())
                .isEqualTo("0\n");
        Session session = Session.create().withIdleTimeout(Duration.ofSeconds(30));

        client.command(
                request -> request.sql("CREATE TEMPORARY TABLE mine (x Int8)").session(session));
        client.command(request -> request.sql("INSERT INTO mine VALUES (5)").session(session));

        assertThat(client.command(request -> request.sql("SELECT x FROM mine").session(session))
                        .text())
                .isEqualTo("5\n");
        assertThatThrownBy(() -> client.command("SELECT x FROM mine")).isInstanceOf(ServerException.class);
        assertThatThrownBy(() -> client.command(request ->
                        request.sql("SELECT 1").session(Session.create().existing())))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(372));
    }

    @Test
    void aSessionTakesOneStatementAtATime() {
        Session session = Session.create();
        try (QueryResult open = client.query(request -> request.sql("SELECT number FROM numbers(1000000)")
                .setting("max_block_size", 1000)
                .session(session))) {
            assertThat(open.nextBlock()).isNotNull();
            assertThatThrownBy(() ->
                            client.command(request -> request.sql("SELECT 1").session(session)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(session.id());
        }
        try (QueryResult read = client.query(request -> request.sql("SELECT 1").session(Session.of("other")))) {
            assertThat(read.rows()).hasSize(1);
            assertThat(client.command(request -> request.sql("SELECT 2").session(Session.of("other")))
                            .text())
                    .isEqualTo("2\n");
        }
    }

    @Test
    void terminatorsAndCommentsNeedNoCare() {
        for (String sql : List.of(
                "SELECT 13; /* inner; */ ;",
                "SELECT 13;\u00a0",
                "SELECT 13 -- ; \n ;",
                "/* a /* b */ c */ SELECT 13",
                "#! x\nSELECT 13 # y",
                "(SELECT 13)",
                "WITH insert AS (SELECT 13 AS into) SELECT into FROM insert",
                "SELECT 13 FROM (SELECT ' INSERT INTO '); -- trailing")) {
            try (QueryResult result = client.query(sql)) {
                assertThat(result.rows().get(0).getLong(0)).as(sql).isEqualTo(13);
            }
        }
    }

    @Test
    void aStatementMayHaveItsOwnDatabaseAndSettings() {
        String sql = "SELECT currentDatabase(), getSetting('max_threads'), getSetting('log_comment')";
        assertThat(client.command(request -> request.sql(sql)
                                .database("system")
                                .settings(Map.of("max_threads", 3, "log_comment", "x y&z'")))
                        .text())
                .isEqualTo("system\t3\tx y&z\\'\n");
        assertThat(client.command("SELECT currentDatabase()").text()).isEqualTo("statements\n");
    }

    @Test
    void statementsThatAnswerNothingGoThroughQueryAsWell() {
        for (String sql : List.of(
                "CREATE TABLE u (id UInt32) ENGINE = MergeTree ORDER BY id",
                "/* first */ ALTER TABLE u ADD COLUMN s String",
                "-- ALTER\nRENAME TABLE u TO v",
                "OPTIMIZE TABLE v FINAL",
                "DETACH TABLE v",
                "ATTACH TABLE v",
                "DELETE FROM v WHERE id = 1",
                "TRUNCATE TABLE v",
                "EXCHANGE TABLES v AND t",
                "SET max_threads = 2",
                "USE system",
                "SYSTEM FLUSH LOGS",
                "DROP TABLE v;")) {
            try (QueryResult result = client.query(sql)) {
                assertThat(result.rows()).as(sql).isEmpty();
                assertThat(result.columns()).as(sql).isEmpty();
            }
        }
        assertThat(client.command("SHOW TABLES").text()).isEqualTo("t\n");
    }

    @Test
    void statementsThatAnswerRowsGiveThemWhateverTheirFirstWord() {
        try (QueryResult result = client.query("CHECK TABLE t SETTINGS check_query_single_value_result = 1")) {
            assertThat(result.rows()).hasToString("[[1]]");
        }
        try (QueryResult result = client.query("KILL QUERY WHERE query_id = 'none such' SYNC")) {
            assertThat(result.rows()).isEmpty();
        }
        try (QueryResult result = client.query("EXPLAIN SELECT 1")) {
            assertThat(result.rows()).isNotEmpty();
        }
        try (QueryResult result = client.query("SHOW TABLES")) {
            assertThat(result.toList(String.class)).containsExactly("t");
        }
        try (QueryResult result = client.query("EXISTS TABLE nowhere")) {
            assertThat(result.single(Integer.class)).isZero();
        }
    }

    @Test
    void insertsGoThroughQueryAsTheyAre() {
        for (String sql : List.of(
                "INSERT INTO t (id, s) VALUES (1, 'a;'), (2, ' FORMAT ');",
                "/* SELECT */ insert into t (id) select 3 ;",
                "INSERT INTO t (id, s) WITH 4 AS x SELECT x, 'insert'",
                "WITH 5 AS insert INSERT INTO t (id) SELECT insert",
                "INSERT INTO t (id, s) FORMAT CSV 6,\"x;\"",
                "INSERT INTO t (id) SELECT 7 LIMIT 0")) {
            try (QueryResult result = client.query(sql)) {
                assertThat(result.rows()).as(sql).isEmpty();
                assertThat(result.columns()).as(sql).isEmpty();
            }
        }
        assertThat(client.command("SELECT groupArray(id), groupArray(s) FROM (SELECT * FROM t ORDER BY id)")
                        .text())
                .isEqualTo("[1,2,3,4,5,6]\t['a;',' FORMAT ','','insert','','x;']\n");
    }

    @Test
    void theTextOfACommandIsTheServersOwn() {
        assertThat(client.command("SELECT '007'").text()).isEqualTo("007\n");
        assertThat(client.command("SELECT 1, NULL, 'a\\tb\\n\u00fc', [1, 2]").text())
                .isEqualTo("1\t\\N\ta\\tb\\n\u00fc\t[1,2]\n");
        assertThat(client.command("SELECT number FROM numbers(3)").text()).isEqualTo("0\n1\n2\n");
        assertThat(client.command("SELECT 1 AS x FORMAT JSONEachRow").text()).isEqualTo("{\"x\":1}\n");
        assertThatThrownBy(() -> client.command("SELECT unhex('61FF62')"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("UTF-8")
                .hasMessageContaining("rawQuery");
    }

    @Test
    void aCommandWithoutAnAnswerHasAnEmptyText() {
        CommandResult created = client.command("CREATE TABLE u (id UInt8) ENGINE = Memory");
        assertThat(created.text()).isEmpty();
        assertThat(client.command("SELECT 1 WHERE 0").text()).isEmpty();
        assertThat(client.command("INSERT INTO u VALUES (1), (2), (3)")
                        .summary()
                        .writtenRows())
                .isIn(3L, -1L);
        assertThat(client.command("SELECT count() FROM u").text()).isEqualTo("3\n");
    }

    @Test
    void anEmptyStatementIsRefusedBeforeItIsSent() {
        for (String sql : List.of("", "  \n")) {
            assertThatThrownBy(() -> client.command(sql)).isInstanceOf(ConfigurationException.class);
            assertThatThrownBy(() -> client.query(sql)).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void theServerTellsWhatItIs() {
        assertThat(client.serverInfo().isAtLeast("20.1")).isTrue();
        assertThat(client.serverInfo().isAtLeast("999")).isFalse();
        assertThat(client.serverVersion()).matches("\\d+\\.\\d+.*");
        assertThatThrownBy(() -> client.serverInfo().isAtLeast("new")).isInstanceOf(ConfigurationException.class);
    }

    private static String text(RawResult result) {
        return new String(result.bytes(), StandardCharsets.UTF_8);
    }
}
