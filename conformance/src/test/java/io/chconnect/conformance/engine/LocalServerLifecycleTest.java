package io.chconnect.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalServerLifecycleTest {
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    @Test
    void closeEndsTheProcessAndRemovesItsFiles() throws Exception {
        ClickHouseServer server = ClickHouseServer.start();
        Path files = temporaryDirectory(server);
        assertThat(files).isDirectory();
        assertThat(server.isAlive()).isTrue();

        server.close();
        server.close();

        assertThat(JavaChild.awaitGone(server.pid(), SHORTLY)).isTrue();
        assertThat(server.isAlive()).isFalse();
        assertThat(files).doesNotExist();
        assertThat(server.logTail()).isNotNull();
    }

    @Test
    void closeEndsAServerThatIsBusy() throws Exception {
        ClickHouseServer server = ClickHouseServer.start();
        Path files = temporaryDirectory(server);
        Thread query = busy(server);

        server.close();

        assertThat(server.isAlive()).isFalse();
        assertThat(files).doesNotExist();
        query.join();
    }

    @Test
    void killIsNoticed() throws Exception {
        try (ClickHouseServer server = ClickHouseServer.start()) {
            server.kill();

            assertThat(server.isAlive()).isFalse();
        }
    }

    @Test
    void theServerEndsWithAKilledParentInTheMiddleOfAQuery(@TempDir Path directory) throws Exception {
        try (JavaChild parent = JavaChild.start(directory, KilledParent.class)) {
            long pid = Long.parseLong(parent.readLine());
            assertThat(JavaChild.runs(pid)).isTrue();

            parent.kill();

            assertThat(JavaChild.awaitGone(pid, SHORTLY)).isTrue();
            assertEmpty(directory.resolve("tmp"));
        }
    }

    @Test
    void aForgottenServerEndsWithItsJvm(@TempDir Path directory) throws Exception {
        try (JavaChild parent = JavaChild.start(directory, ForgetfulParent.class)) {
            long pid = Long.parseLong(parent.readLine());

            assertThat(parent.waitFor()).isZero();
            assertThat(JavaChild.awaitGone(pid, SHORTLY)).isTrue();
            assertEmpty(directory.resolve("tmp"));
        }
    }

    private static void assertEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    private static Path temporaryDirectory(ClickHouseServer server) throws IOException {
        return Path.of(PlainHttp.query(server, "SELECT path FROM system.disks WHERE name = 'default'"))
                .getParent();
    }

    /** Returns when the server runs a query that would last for hours. */
    static Thread busy(ClickHouseServer server) throws IOException {
        Thread thread = new Thread(() -> {
            try {
                PlainHttp.send(server, "SELECT sum(sipHash64(number)) AS busy FROM numbers(1000000000000)");
            } catch (IOException e) {
                // The server is meant to end under it.
            }
        });
        thread.setDaemon(true);
        thread.start();
        String running =
                "SELECT count() FROM system.processes WHERE query LIKE '%AS busy%' AND query NOT LIKE '%processes%'";
        while (PlainHttp.query(server, running).equals("0")) {
            Thread.onSpinWait();
        }
        return thread;
    }

    /** Keeps a server busy and waits to be killed. */
    static final class KilledParent {
        private KilledParent() {}

        public static void main(String[] args) throws Exception {
            ClickHouseServer server = ClickHouseServer.start();
            Thread query = busy(server);
            System.out.println(server.pid());
            query.join();
        }
    }

    /** Ends without closing its server. */
    static final class ForgetfulParent {
        private ForgetfulParent() {}

        public static void main(String[] args) {
            System.out.println(ClickHouseServer.start().pid());
        }
    }
}
