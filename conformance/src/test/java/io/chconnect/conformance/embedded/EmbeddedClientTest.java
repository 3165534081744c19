package io.chconnect.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Session;
import io.chconnect.conformance.engine.JavaChild;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedClientTest {
    @TempDir
    Path directory;

    @Test
    void tablesInADirectoryOutliveTheirClient() {
        String url = "chdb:" + directory.resolve("data");
        try (Client client = Client.connect(url)) {
            client.command("CREATE TABLE kept (id UInt64) ENGINE = MergeTree ORDER BY id");
            client.insert("kept", List.of("id"), List.of(List.of(7), List.of(8)));
        }
        try (Client client = Client.connect(url)) {
            assertThat(client.command("SELECT sum(id) FROM kept").text().strip())
                    .isEqualTo("15");
        }
    }

    @Test
    void aSecondDirectoryIsRefusedAndTheOpenOneNamed() throws Exception {
        Path first = directory.resolve("first");
        try (Client client = Client.connect("chdb:" + first)) {
            client.command("SELECT 1");

            assertThatThrownBy(() -> Client.connect("chdb:" + directory.resolve("second")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(first.toRealPath().toString())
                    .hasMessageContaining("second");
            assertThatThrownBy(() -> Client.connect("chdb:memory")).isInstanceOf(ConfigurationException.class);
        }
        Client.connect("chdb:" + directory.resolve("second")).close();
    }

    @Test
    void manyClientsShareADirectoryUnderAnyOfItsNames() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), data);
        try (Client first = Client.connect("chdb:" + data)) {
            first.command("CREATE TABLE shared (id UInt64) ENGINE = MergeTree ORDER BY id");
            try (Client second = Client.connect("chdb:" + link)) {
                second.command("INSERT INTO shared VALUES (5)");
            }
            assertThat(first.command("SELECT sum(id) FROM shared").text().strip())
                    .isEqualTo("5");
        }
    }

    @Test
    void forgottenResultsReleaseTheEngine() throws Exception {
        try (Client client = Client.connect("chdb:memory")) {
            for (int i = 0; i < 5; i++) {
                forget(client);
            }
            assertThat(running(client)).isEqualTo("5");

            awaitNothingRunning(client);
        }
    }

    @Test
    void anInterruptEndsAStatement() throws Exception {
        try (Client client = Client.connect("chdb:memory")) {
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    client.command("SELECT sum(sipHash64(number)) FROM system.numbers");
                    interrupted.complete(false);
                } catch (CancelledException e) {
                    interrupted.complete(Thread.currentThread().isInterrupted());
                }
            });
            thread.setDaemon(true);
            thread.start();
            while (running(client).equals("0")) {
                Thread.onSpinWait();
            }

            thread.interrupt();

            assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
            awaitNothingRunning(client);
        }
    }

    @Test
    void closingTheClientEndsItsResults() {
        Client client = Client.connect("chdb:memory");
        QueryResult result = client.query("SELECT number FROM system.numbers");
        assertThat(result.nextBlock()).isNotNull();

        client.close();

        assertThatThrownBy(() -> {
                    while (result.nextBlock() != null) {
                        // Blocks fetched ahead may still come.
                    }
                })
                .isInstanceOf(ClickHouseException.class);
        result.close();
    }

    @Test
    void aJvmMayExitWithClientsOpenAndStatementsRunning() throws Exception {
        try (JavaChild child = JavaChild.start(directory, Forgetful.class)) {
            assertThat(child.readLine()).isEqualTo("running");
            assertThat(child.waitFor())
                    .as(Files.readString(directory.resolve("stderr"), StandardCharsets.UTF_8))
                    .isZero();
            assertThat(directory.resolve("stderr")).isEmptyFile();
        }
    }

    /** Ends with a statement, a result and a session under way. */
    static final class Forgetful {
        private Forgetful() {}

        public static void main(String[] args) {
            Client client = Client.connect("chdb:memory");
            client.query("SELECT number FROM system.numbers").nextBlock();
            client.command(request -> request.sql("SET max_threads = 1").session(Session.create()));
            Thread thread = new Thread(() -> client.command("SELECT sum(sipHash64(number)) FROM system.numbers"));
            thread.setUncaughtExceptionHandler((failed, e) -> {});
            thread.setDaemon(true);
            thread.start();
            while (!running(client).equals("2")) {
                Thread.onSpinWait();
            }
            System.out.println("running");
        }
    }

    @Test
    void whatOnlyAServerHasIsAConfigurationError() {
        assertRefused("chdb:memory?user=somebody", "user");
        assertRefused("chdb:memory?password=pw-of-nobody", "password");
        try (Client client = Client.connect("chdb:memory")) {
            assertThatThrownBy(() ->
                            client.command(request -> request.sql("SELECT 1").roles("admin")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("roles [admin]");
            assertThatThrownBy(() ->
                            client.command(request -> request.sql("SELECT 1").header("X-A", "b")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("HTTP headers [X-A]");
            assertThatThrownBy(() ->
                            client.command(request -> request.sql("SELECT 1").queryId("mine")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("query id \"mine\"");
        }
    }

    private static void assertRefused(String url, String option) {
        assertThatThrownBy(() -> Client.connect(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(option)
                .hasMessageContaining("chdb:memory")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pw-of-nobody"));
    }

    private static void forget(Client client) {
        assertThat(client.query("SELECT number FROM system.numbers").nextBlock())
                .isNotNull();
    }

    /** Also lets the garbage collector run. */
    private static void awaitNothingRunning(Client client) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!running(client).equals("0") && System.nanoTime() - deadline < 0) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(running(client)).isEqualTo("0");
    }

    private static String running(Client client) {
        return client.command("SELECT count() FROM system.processes WHERE query NOT LIKE '%system.processes%'")
                .text()
                .strip();
    }
}
