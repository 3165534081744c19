package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * LibreOffice Base without a screen, on the one jar of the driver: {@code ci/desktop/libreoffice.py} makes a database document,
 * browses, queries and writes. {@code ci/desktop/prepare} installs LibreOffice.
 */
@Tag("soak")
@Timeout(300)
@ClickHouseServerTest
class LibreOfficeTest {
    private static final Path OFFICE = Path.of("/usr/bin/soffice");
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path SCRIPT = Path.of("..", "ci", "desktop", "libreoffice.py");
    private static final int LIMIT_SECONDS = 240;

    private final ClickHouseServer server;

    @TempDir
    private Path directory;

    LibreOfficeTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void baseBrowsesQueriesAndWrites() throws Exception {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(OFFICE).exists();
        }
        assumeThat(OFFICE).as("LibreOffice, which ci/desktop/prepare installs").exists();
        createFlights();

        JsonNode seen = new ObjectMapper().readTree(drive());

        assertThat(seen.get("product").asText()).isEqualTo("ClickHouse");
        assertThat(seen.get("driver").asText()).isEqualTo("ClickHouse Connect for Java");
        assertThat(seen.get("tables")).hasToString("[\"office.delays\",\"office.flights\"]");
        assertThat(seen.get("columns"))
                .hasToString("[[\"date\",\"DateTime('UTC')\"],[\"delay\",\"Int16\"],[\"distance\",\"UInt16\"],"
                        + "[\"origin\",\"LowCardinality(String)\"],[\"destination\",\"LowCardinality(String)\"]]");
        assertThat(seen.get("query")).hasToString("[[\"A'0\",\"500\",\"3\"],[\"A'1\",\"500\",\"4\"]]");
        assertThat(seen.get("prepared")).hasToString("[[\"500\"]]");
        assertThat(seen.get("row_set")).hasToString("{\"rows\":2,\"first\":\"A'0\",\"last\":\"A'1\"}");
        assertThat(seen.get("written")).hasToString("[[\"99\"]]");
        try (Connection connection = Place.SERVER.dataSource(server).getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count() FROM office.flights")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getInt(1)).isEqualTo(1001);
        }
    }

    private String drive() throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        Process process = new ProcessBuilder(
                        PYTHON.toString(),
                        SCRIPT.toString(),
                        OFFICE.toString(),
                        jar().toString(),
                        Place.SERVER.url(server),
                        "office",
                        directory.toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        } finally {
            process.destroy();
        }
        return Files.readString(output);
    }

    /** Made by the module jdbc-all, which is built before this one. */
    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "jdbc-all", "target"))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .matches("clickhouse-connect-jdbc-all-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("jdbc-all is not packaged: run mvn -Psoak verify"));
        }
    }

    private void createFlights() throws SQLException {
        try (Connection connection = Place.SERVER.dataSource(server).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE office ENGINE = Atomic");
            statement.execute("CREATE TABLE office.flights (date DateTime('UTC'), delay Int16, distance UInt16,"
                    + " origin LowCardinality(String), destination LowCardinality(String))"
                    + " ENGINE = MergeTree ORDER BY (origin, date)");
            statement.execute("INSERT INTO office.flights SELECT toDateTime('2001-01-01 00:00:00', 'UTC') + number,"
                    + " 3 + number % 2, number, concat('A\\'', toString(number % 2)), 'B' FROM numbers(1000)");
            statement.execute("CREATE VIEW office.delays AS SELECT origin, sum(delay) AS delay FROM office.flights"
                    + " GROUP BY origin");
        }
    }
}
