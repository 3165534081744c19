package io.chconnect.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams and files: ours, and those of the server. */
@ClickHouseServerTest
@Timeout(120)
class ArrowStreamsTest extends ArrowTestBase {
    private static final String SELECT =
            "SELECT number AS n, toString(number % 7) AS s, number % 3 = 0 ? NULL : number / 4"
                    + " AS d, toLowCardinality(toString(number % 5)) AS l, [number, n + 1] AS a FROM numbers(100000)";
    private static final String COLUMNS =
            "n UInt64, s String, d Nullable(Float64), l LowCardinality(String), a Array(UInt64)";

    ArrowStreamsTest(ClickHouseServer server) {
        super(server, "arrow_streams");
    }

    private void table() {
        client.command("CREATE OR REPLACE TABLE t (" + COLUMNS + ") ENGINE = Memory");
    }

    private void assertAllThere() {
        String sum = "SELECT count(), sum(cityHash64(n, s, ifNull(d, -1), l, a)) FROM ";
        assertThat(engine.text(sum + "arrow_streams.t")).isEqualTo(engine.text(sum + "(" + SELECT + ")"));
    }

    @Test
    void aStreamOfOursIsReadByUsAndByTheServer() throws IOException {
        for (boolean dictionaries : new boolean[] {false, true}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ArrowResult result = arrow.with(ArrowOptions.DEFAULT.withDictionaries(dictionaries))
                    .query(request -> request.sql(SELECT).setting("max_block_size", 10_000))) {
                assertThat(result.writeStream(out)).isEqualTo(100_000);
            }
            table();
            assertThat(arrow.insertStream("t", new ByteArrayInputStream(out.toByteArray()))
                            .writtenRows())
                    .isEqualTo(100_000);
            assertAllThere();
            table();
            arrow.insertServerStream("t", new ByteArrayInputStream(out.toByteArray()));
            assertAllThere();
        }
    }

    @Test
    void aFileOfOursIsReadByUsAndByTheServer(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("t.arrow");
        try (ArrowResult result = arrow.query(SELECT)) {
            assertThat(result.writeFile(file)).isEqualTo(100_000);
        }
        table();
        assertThat(arrow.insertFile("t", file).writtenRows()).isEqualTo(100_000);
        assertAllThere();
        table();
        client.insertFile("t", java.util.List.of(), "Arrow", file);
        assertAllThere();
        try (ArrowResult result =
                arrow.with(ArrowOptions.DEFAULT.withDictionaries(true)).query(SELECT)) {
            assertThatThrownBy(() -> result.writeFile(file)).isInstanceOf(ConfigurationException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerCompression.class)
    void theServersStreamIsRead(ServerCompression compression) throws IOException {
        table();
        try (ArrowReader reader = arrow.queryServerStream(SELECT, compression)) {
            assertThat(arrow.insert("t", reader).writtenRows()).isEqualTo(100_000);
        }
        assertAllThere();
    }

    @Test
    void theServersStreamMayHaveDictionaries() throws IOException {
        table();
        try (ArrowReader reader = arrow.queryServerStream(
                request -> request.sql(SELECT).setting("output_format_arrow_low_cardinality_as_dictionary", 1),
                ServerCompression.NONE)) {
            assertThat(arrow.insert("t", reader).writtenRows()).isEqualTo(100_000);
        }
        assertAllThere();
    }

    @Test
    void aThousandStreamsLeftEarlyLeaveNothing() throws IOException {
        for (int i = 0; i < 1000; i++) {
            int batches = i % 4;
            if (i % 2 == 0) {
                try (ArrowResult result = arrow.with(ArrowOptions.DEFAULT.withDictionaries(i % 3 == 0))
                        .query(request -> request.sql(SELECT).setting("max_block_size", 5000))) {
                    for (int batch = 0; batch < batches; batch++) {
                        assertThat(result.loadNextBatch()).isTrue();
                    }
                }
            } else {
                try (ArrowReader reader = arrow.queryServerStream(SELECT, ServerCompression.NONE)) {
                    assertThat(batches == 1 || reader.loadNextBatch()).isTrue();
                }
            }
            assertThat(allocator.getAllocatedMemory()).isZero();
        }
        assertThat(client.connections().orElseThrow().leased()).isZero();
    }

    /** Their third batch has a value that the table's column does not hold, or cannot be read at all. */
    @Test
    void aThousandInsertsThatFailLeaveNothing() throws IOException {
        client.command("CREATE OR REPLACE TABLE narrow (n UInt8, s String) ENGINE = Memory");
        String numbers = "SELECT number AS n, toString(number) AS s FROM numbers(1000)";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArrowResult result = arrow.query(request -> request.sql(numbers).setting("max_block_size", 100))) {
            result.writeStream(out);
        }
        byte[] cut = java.util.Arrays.copyOf(out.toByteArray(), out.size() / 4);
        for (int i = 0; i < 1000; i++) {
            if (i % 2 == 0) {
                try (ArrowResult result =
                        arrow.query(request -> request.sql(numbers).setting("max_block_size", 100))) {
                    assertThatThrownBy(() -> arrow.insert("narrow", result))
                            .isInstanceOf(ConversionException.class)
                            .hasMessageContaining("Column \"n\", row 56");
                }
            } else {
                assertThatThrownBy(() -> arrow.insertStream("narrow", new ByteArrayInputStream(cut)))
                        .isInstanceOfAny(UncheckedIOException.class, ConversionException.class);
            }
            assertThat(allocator.getAllocatedMemory()).isZero();
        }
        assertThat(client.connections().orElseThrow().leased()).isZero();
    }
}
