package io.chconnect.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.EngineHttp;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten minutes of Jazzer for each target, {@code -Dfuzz.seconds=…} for another time. An input that fails stays in
 * {@code target/fuzz} as {@code crash-…}.
 */
@ClickHouseServerTest
@Tag("soak")
@Timeout(2400)
class FuzzSoakTest {
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 600);
    private static final int MAX_INPUT_BYTES = 8192;
    private static final double WANTED_COVERAGE = 0.9;

    private final EngineHttp engine;

    FuzzSoakTest(ClickHouseServer server) {
        this.engine = new EngineHttp(server);
    }

    @Test
    void theBlockReaderStands() throws Exception {
        Path coverage = fuzz(BlockFuzzTarget.class, FuzzCorpus.blocks(engine));
        assertCovered(coverage, "io/chconnect/codec/internal/type", "io/chconnect/codec/internal/wire");
    }

    @Test
    void theTypeParserStands() throws Exception {
        Path coverage = fuzz(TypeNameFuzzTarget.class, FuzzCorpus.typeNames());
        assertCovered(coverage, "io/chconnect/types/internal");
    }

    @Test
    void theFrameReaderStands() throws Exception {
        Path coverage = fuzz(FrameFuzzTarget.class, FuzzCorpus.frames(engine));
        assertCovered(coverage, "io/chconnect/codec/internal/frame");
    }

    private static void assertCovered(Path coverage, String... packages) throws IOException {
        LineCoverage lines = LineCoverage.of(coverage, packages);
        lines.print();
        assertThat(lines.ratio()).isGreaterThanOrEqualTo(WANTED_COVERAGE);
    }

    /** Runs Jazzer, then all inputs that it found worth keeping once more under JaCoCo, and gives what that has seen. */
    private static Path fuzz(Class<?> target, List<byte[]> seeds) throws IOException, InterruptedException {
        Path directory = Path.of("target", "fuzz", target.getSimpleName()).toAbsolutePath();
        Path corpus = Files.createDirectories(directory.resolve("corpus"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        run(
                directory,
                List.of(
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=io.chconnect.**",
                        "-max_total_time=" + SECONDS,
                        "-max_len=" + MAX_INPUT_BYTES,
                        "-rss_limit_mb=4096",
                        corpus.toString()));
        Path coverage = directory.resolve("coverage.exec");
        Files.deleteIfExists(coverage);
        run(
                directory,
                List.of(
                        "-javaagent:"
                                + classPath()
                                        .filter(entry -> entry.contains("org.jacoco.agent"))
                                        .findFirst()
                                        .orElseThrow()
                                + "=includes=io.chconnect.*,destfile=" + coverage,
                        CorpusReplay.class.getName(),
                        target.getName(),
                        corpus.toString()));
        return coverage;
    }

    private static void run(Path directory, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx2g");
        command.add("-cp");
        command.add(classPath().collect(Collectors.joining(File.pathSeparator)));
        command.addAll(arguments);
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS + 300L, TimeUnit.SECONDS))
                    .as("ends in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(() -> "see " + log + "\n" + tail(log))
                .isZero();
        lastLine(log).ifPresent(System.out::println);
    }

    private static Stream<String> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator, -1));
    }

    private static Optional<String> lastLine(Path log) throws IOException {
        List<String> done = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("Done "))
                .toList();
        return done.stream().reduce((first, second) -> second);
    }

    private static String tail(Path log) {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 4000));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
