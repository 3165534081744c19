package io.chconnect.jdbc.all;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.FetchListener;
import io.chconnect.engine.PackageFile;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Apache Superset with the jar as its driver: {@code integrations/superset/check/run} says what is seen. */
@Tag("soak")
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class SupersetTest {
    /** In the directory {@code target} of this module; where the tests run depends on what Maven did before. */
    private static final Path JAR = Path.of(System.getProperty("jdbc.all.jar"));

    private static final PackageFile FLIGHTS = new PackageFile(
            "vega-datasets",
            "3.2.1",
            "lTSwZA6yq6qSU2YZm+6bqILiIvTPPxn4itir7jPGFmHIdPvUfQ9pCzzcrklYywMJgLUbaIeSkZQdiJd6wBxPug==",
            "package/data/flights-3m.parquet",
            13_493_022);

    private final ClickHouseServer server;

    SupersetTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void aDatabaseIsAddedBrowsedQueriedAndDrawn(@TempDir Path directory) throws Exception {
        try (Client client = Client.connect(server.url())) {
            client.command("CREATE DATABASE airline ENGINE = Atomic");
            client.command("CREATE TABLE airline.flights (date DateTime('UTC'), delay Int16, distance UInt16,"
                    + " origin LowCardinality(String), destination LowCardinality(String))"
                    + " ENGINE = MergeTree ORDER BY (origin, date)");
            client.insertFile(
                    "airline.flights",
                    List.of(),
                    "Parquet",
                    FLIGHTS.locate(Duration.ofMinutes(10), FetchListener.silent()));
        }
        Path pictures = Files.createDirectories(JAR.resolveSibling("superset"));
        Path run = JAR.resolveSibling(Path.of("..", "..", "integrations", "superset", "check", "run"));
        Path log = directory.resolve("log");
        Process check = new ProcessBuilder(run.toString(), server.url(), JAR.toString(), pictures.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(check.waitFor(50, TimeUnit.MINUTES)).isTrue();
        } finally {
            check.descendants().forEach(ProcessHandle::destroyForcibly);
            check.destroyForcibly();
        }
        assertThat(check.exitValue()).as(Files.readString(log)).isZero();
        assertThat(log).content().contains("superset_check: passed");
        assertThat(pictures.resolve("chart.png")).isNotEmptyFile();
    }
}
