package io.chconnect.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.conformance.engine.JavaChild;
import io.chconnect.error.ServerException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand operations, one in five left open, leave no trace. */
@Tag("soak")
@Timeout(1800)
@EnabledOnOs(OS.LINUX)
class EmbeddedLeakTest {
    private static final int FIRST = 1_000;
    private static final int LAST = 10_000;

    @TempDir
    Path directory;

    @Test
    void memoryStaysWhereItIs() throws Exception {
        // In a small heap, so that what the heap happened to touch does not hide the memory of the engine.
        try (JavaChild child = JavaChild.start(directory, Program.class)) {
            String[] figures = child.readLine().split(" ", -1);
            long heap = Long.parseLong(figures[0]);
            long resident = Long.parseLong(figures[1]);
            long heapAfter = Long.parseLong(figures[2]);
            long residentAfter = Long.parseLong(figures[3]);
            System.out.println("heap " + heap + " -> " + heapAfter + " bytes, resident " + resident + " -> "
                    + residentAfter + " kB");

            assertThat(heapAfter - heap).isLessThan(2 << 20);
            assertThat(residentAfter).isLessThan(resident + resident / 10);
            assertThat(child.waitFor()).isZero();
        }
    }

    /** Prints heap and resident memory after the first and after all operations. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            measure();
        }
    }

    private static void measure() throws Exception {
        try (Client client = Client.connect("chdb:memory")) {
            client.command("CREATE DATABASE leak ENGINE = Atomic");
            client.command("CREATE TABLE leak.t (id UInt64, s String) ENGINE = Null");
            for (int i = 0; i < FIRST; i++) {
                operation(client, i);
            }
            long heap = heap(client);
            long resident = residentKilobytes();
            for (int i = FIRST; i < LAST; i++) {
                operation(client, i);
            }
            long heapAfter = heap(client);
            long residentAfter = residentKilobytes();
            System.out.println(heap + " " + resident + " " + heapAfter + " " + residentAfter);
        }
    }

    private static void operation(Client client, int number) {
        switch (number % 5) {
            case 0 ->
                client.query("SELECT number, toString(number) FROM numbers(100000)")
                        .nextBlock();
            case 1 -> {
                try (QueryResult result = client.query("SELECT number, toString(number) FROM numbers(20000)")) {
                    assertThat(result.stream().count()).isEqualTo(20_000);
                }
            }
            case 2 -> client.insert("leak.t", List.of("id", "s"), List.of(List.of(number, "text"), List.of(1, "more")));
            case 3 ->
                client.command(request ->
                        request.sql("SELECT {a:UInt64}").parameter("a", number).setting("max_threads", 1));
            default -> {
                try {
                    client.command("SELECT throwIf(number = 3) FROM numbers(10)");
                } catch (ServerException e) {
                    assertThat(e.code()).isEqualTo(395);
                }
            }
        }
        if (number % 200 == 0) {
            System.gc();
        }
    }

    /** The heap in use when nothing forgotten is left. */
    private static long heap(Client client) throws InterruptedException {
        String running = "SELECT count() FROM system.processes WHERE query NOT LIKE '%system.processes%'";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        do {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
        } while (!client.command(running).text().strip().equals("0") && System.nanoTime() - deadline < 0);
        assertThat(client.command(running).text().strip()).isEqualTo("0");
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
