package io.chconnect.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart's server ends with it, however it ends. */
@ClickHouseServerTest
@Timeout(120)
class KilledQuickstartTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir
    private Path directory;

    /** The parameter is not used; it makes sure that the engine is there. */
    @Test
    void aKillInTheMiddleOfTheInsertLeavesNoEngine(ClickHouseServer engine) throws Exception {
        Path file = SmallFlights.create(directory, 3_000_000);
        Process quickstart = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Quickstart.class.getName(),
                        "--file",
                        file.toString())
                .redirectInput(new File("/dev/null"))
                .redirectError(directory.resolve("errors").toFile())
                .start();
        try {
            awaitInsert(quickstart);
            List<ProcessHandle> engines = quickstart.descendants().toList();
            assertThat(engines).isNotEmpty();

            quickstart.destroyForcibly();

            assertThat(allGoneWithin(LIMIT, engines))
                    .as("engine processes that still live: " + engines)
                    .isTrue();
            assertThat(quickstart.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(quickstart.exitValue()).isEqualTo(128 + 9);
        } finally {
            quickstart.descendants().forEach(ProcessHandle::destroyForcibly);
            quickstart.destroyForcibly();
        }
    }

    private static void awaitInsert(Process quickstart) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(quickstart.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("insert")) {
                assertThat(line).contains(" left");
                return;
            }
        }
        throw new AssertionError("the quickstart ended before it inserted");
    }

    private static boolean allGoneWithin(Duration limit, List<ProcessHandle> processes) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (processes.stream().anyMatch(process -> runs(process.pid()))) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return true;
    }

    /** A zombie does not count. */
    private static boolean runs(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }
}
