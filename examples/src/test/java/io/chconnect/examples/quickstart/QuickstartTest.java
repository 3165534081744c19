package io.chconnect.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@ClickHouseServerTest
@Timeout(120)
class QuickstartTest {
    private static final long ROWS = 70_001;

    @TempDir
    private static Path directory;

    private static String file;

    @BeforeAll
    static void makeFlights() {
        file = SmallFlights.create(directory, ROWS).toString();
    }

    @Test
    void itMovesTheFlightsInTheProcess() {
        assertMoved(Outcome.of("--url", "chdb:memory", "--file", file));
    }

    @Test
    void itMovesTheFlightsToAServer(ClickHouseServer server) {
        try (Client client = Client.connect(server.url())) {
            client.command("CREATE DATABASE quickstart ENGINE = Atomic");

            assertMoved(Outcome.of("--url", server.url() + "/quickstart", "--file", file));
            assertMoved(Outcome.of("--url", server.url() + "/quickstart", "--file", file));

            assertThat(client.command("SELECT count() FROM quickstart.quickstart_flights")
                            .text()
                            .strip())
                    .isEqualTo(String.valueOf(ROWS));
            client.command("DROP DATABASE quickstart");
        }
    }

    @Test
    void itMovesTheFlightsToAServerOfItsOwn() {
        Outcome outcome = Outcome.of("--file", file);

        assertMoved(outcome);
        assertThat(outcome.out()).contains("started for this run at http://127.0.0.1:");
    }

    @Test
    void itExplainsItself() {
        Outcome outcome = Outcome.of("--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("--url URL", "--file FILE", "exit codes");
    }

    @Test
    void aWrongCommandLineIsRefused() {
        assertRefused("unknown option \"--rows\"", "--rows", "7");
        assertRefused("the option --url needs a value", "--url");
        assertRefused("the option --url needs a value", "--url", "--file", file);
        assertRefused(
                "cannot be read", "--file", directory.resolve("missing.parquet").toString());
        assertRefused("cannot be read", "--file", directory.toString());
    }

    @Test
    void aWrongUrlIsRefused() {
        assertRefused("Unknown scheme \"ftp\"", "--url", "ftp://localhost:8123");
        assertRefused("\"81234\": expected 1 to 65535", "--url", "http://localhost:81234");
        assertRefused("Unknown option \"pasword\": did you mean \"password\"", "--url", "http://localhost?pasword=x");
    }

    @Test
    void aPortWhereNobodyListensIsReported() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertFailed("127.0.0.1:" + port + ": is ClickHouse running there?", "--url", "http://127.0.0.1:" + port);
    }

    @Test
    void aWrongPasswordIsReportedAndNotShown(ClickHouseServer server) {
        String url = server.url().replace("http://", "http://default:se3cret@");

        Outcome outcome = assertFailed("Authentication failed", "--url", url, "--file", file);

        assertThat(outcome.out() + outcome.errors()).doesNotContain("se3cret");
    }

    @Test
    void aFileThatIsNoParquetIsReported() throws IOException {
        Path noParquet = Files.writeString(directory.resolve("text"), "no flights", StandardCharsets.UTF_8);

        assertFailed("ClickHouse error", "--url", "chdb:memory", "--file", noParquet.toString());
    }

    private static void assertMoved(Outcome outcome) {
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsPattern("(?m)^read .* 100 % +70,001 rows")
                .containsPattern("(?m)^insert .* 100 % +70,001 rows")
                .containsPattern("the file +70001 +(-?\\d+)\\n +Java +70001 +\\1\\n +the table +70001 +\\1\\n")
                .contains("all the same")
                .containsPattern("A\\d+ +B\\d +251 ")
                .containsPattern("(?m)^ +23:00 +[\\d,]+ +[\\d.]+ min +█+$");
    }

    private static void assertRefused(String message, String... args) {
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.errors())
                .startsWith("quickstart: ")
                .contains(message)
                .hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(2);
    }

    private static Outcome assertFailed(String message, String... args) {
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.errors()).startsWith("quickstart: ").contains(message);
        assertThat(outcome.code()).isEqualTo(1);
        return outcome;
    }
}
