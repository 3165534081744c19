package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fifty million rows read and twenty million inserted in a JVM with a heap of 128 MB, which does not fill on the way. */
@Tag("soak")
@Timeout(value = 1800, unit = TimeUnit.SECONDS)
class SmallHeapSoakTest {
    private static final long READ = 50_000_000;
    private static final long INSERTED = 20_000_000;
    private static final long MOST_GROWTH_IN_MIB = 24;

    @TempDir
    private Path directory;

    @Test
    void memoryStaysFlat() throws IOException, InterruptedException {
        try (ClickHouseServer server = ClickHouseServer.start()) {
            String output = run("jdbc:chconnect:" + server.url());
            System.out.println(output);
            assertThat(output)
                    .contains("read " + READ)
                    .contains("inserted " + INSERTED + " sum " + INSERTED * (INSERTED + 1) / 2 + " all true");
            List<Long> used = Arrays.stream(output.substring(output.indexOf("used [") + 6, output.lastIndexOf(']'))
                            .split(", ", -1))
                    .map(Long::valueOf)
                    .toList();
            assertThat(used).hasSize(20);
            assertThat(used.get(9) - used.get(0)).as("%s", used).isLessThan(MOST_GROWTH_IN_MIB);
            assertThat(used.get(19) - used.get(10)).as("%s", used).isLessThan(MOST_GROWTH_IN_MIB);
        }
    }

    private String run(String url) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapProgram.class.getName(),
                url,
                Long.toString(READ),
                Long.toString(INSERTED)));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(25, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out);
    }
}
