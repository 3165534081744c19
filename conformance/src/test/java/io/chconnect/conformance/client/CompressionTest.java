package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RawResult;
import io.chconnect.client.config.Compression;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.RawContent;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ClickHouseServerTest
@ParameterizedClass
@EnumSource(Compression.class)
@Timeout(60)
class CompressionTest {
    private static final String ROWS =
            "SELECT number AS n, toString(cityHash64(number)) AS h, repeat('abc', number % 50) AS r"
                    + " FROM numbers(200000)";
    private static final String CHECK = "SELECT count(), sum(cityHash64(n, h, r)) FROM ";

    @Parameter
    Compression compression;

    private Client client;

    @BeforeEach
    void open(ClickHouseServer server) {
        Carrier.HTTP.open(server, "compression").close();
        client = Client.builder()
                .url(server.url())
                .database("compression")
                .option(Options.COMPRESSION, compression)
                .option(Options.INSERT_COMPRESSION, compression)
                .build();
        client.command("CREATE TABLE t (n UInt64, h String, r String) ENGINE = Memory");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void dataSurvivesTheWayThereAndBack() {
        try (QueryResult result = client.query(ROWS)) {
            client.insertBlocks("t", result.blocks());
        }

        assertThat(client.command(CHECK + "t").text())
                .isEqualTo(client.command(CHECK + "(" + ROWS + ")").text());
    }

    @Test
    void bytesSurviveTheWayThereAndBack() {
        byte[] rows;
        try (RawResult result = client.rawQuery(ROWS, "TSV")) {
            rows = result.bytes();
        }
        client.rawInsert(request -> request.sql("INSERT INTO t FORMAT TSV"), RawContent.of(rows));

        assertThat(new String(rows, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("0\t");
        assertThat(client.command(CHECK + "t").text())
                .isEqualTo(client.command(CHECK + "(" + ROWS + ")").text());
    }

    @Test
    void anEmptyAnswerIsEmpty() {
        try (QueryResult result = client.query("SELECT number FROM numbers(10) WHERE number > 20")) {
            assertThat(result.rows()).isEmpty();
        }
        try (RawResult result = client.rawQuery("SELECT 1 WHERE 0", "TSV")) {
            assertThat(result.bytes()).isEmpty();
        }
    }

    @Test
    void theServerPacksLz4TheFastWayUnlessItIsToldALevel() {
        String level = "SELECT toInt64(getSetting('http_zlib_compression_level'))";
        try (QueryResult result = client.query(level);
                QueryResult told =
                        client.query(request -> request.sql(level).setting("http_zlib_compression_level", 5))) {
            assertThat(result.single(Long.class)).isEqualTo(compression == Compression.LZ4 ? 1 : 3);
            assertThat(told.single(Long.class)).isEqualTo(5);
        }
    }

    @Test
    void errorsAreReadable() {
        assertThatThrownBy(() -> client.query("SELECT nothing").close())
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void anErrorBehindDataIsTheServersOwn() {
        try (QueryResult result = client.query(
                request -> request.sql("SELECT number, throwIf(number = 900000, 'too far') FROM numbers(1000000)")
                        .setting("max_block_size", 1000))) {
            assertThatThrownBy(result::rows).isInstanceOf(ServerException.class).hasMessageContaining("too far");
        }
    }
}
