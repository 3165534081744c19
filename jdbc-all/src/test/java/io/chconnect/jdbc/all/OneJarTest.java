package io.chconnect.jdbc.all;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar alone on the class path of a JVM of its own, and beside the jars that add to it. */
@ClickHouseServerTest
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class OneJarTest {
    private static final Path JAR = Path.of(System.getProperty("jdbc.all.jar"));
    private static final long MOST_BYTES = 5L << 20;
    /** 0 + … + 49,999, and the lengths of "text " and the digits of 50,000 numbers. */
    private static final String SUM = "sum " + (49_999L * 25_000 + 5 * 50_000 + 10 + 180 + 2_700 + 36_000 + 200_000);

    private final ClickHouseServer server;

    @TempDir
    private Path directory;

    OneJarTest(ClickHouseServer server) {
        this.server = server;
    }

    /** What a program wrote. */
    private record Output(String out, String err) {}

    @BeforeEach
    void copyTheProgramAlone() throws IOException {
        String file = TinyProgram.class.getName().replace('.', '/') + ".class";
        Path target = directory.resolve(file);
        Files.createDirectories(target.getParent());
        try (var stream = TinyProgram.class.getClassLoader().getResourceAsStream(file)) {
            Files.copy(stream, target);
        }
    }

    @Test
    void itReadsAndWritesOverHttpWithNativeLz4AndSaysNothing() throws Exception {
        Output output =
                run("jdbc:chconnect:" + server.url() + "?compression=lz4&insert_compression=lz4", List.of(), List.of());
        assertThat(output.err).isEmpty();
        assertThat(output.out).contains(SUM, "driver ClickHouse Connect").contains("lz4 LZ4Factory:JNI");
    }

    @Test
    void itLogsWhereLogsAreAskedFor() throws Exception {
        Path logging = Files.writeString(directory.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level = ALL
                io.chconnect.level = ALL
                """);
        Output output =
                run("jdbc:chconnect:" + server.url(), List.of(), List.of("-Djava.util.logging.config.file=" + logging));
        assertThat(output.out).contains(SUM);
        assertThat(output.err).contains("io.chconnect.").doesNotContain("SLF4J");
    }

    @Test
    void zstdNeedsItsJarBesideIt() throws Exception {
        for (String option : List.of("compression", "insert_compression")) {
            for (String method : List.of("zstd", "blocks_zstd")) {
                String url = "jdbc:chconnect:" + server.url() + "?" + option + "=" + method;
                Output alone = run(url, List.of(), List.of());
                if (option.equals("compression") && method.equals("blocks_zstd")) {
                    // The server chooses the method of its blocks, and chooses LZ4.
                    assertThat(alone.out).contains(SUM);
                } else {
                    assertThat(alone.out).contains("failed").contains("com.github.luben:zstd-jni");
                }
                Output output = run(url, List.of("com.github.luben.zstd.Zstd"), List.of());
                assertThat(output.out).contains(SUM);
                assertThat(output.err).isEmpty();
            }
        }
    }

    @Test
    void theEngineInProcessNeedsItsJarsBesideIt() throws Exception {
        assertThat(run("jdbc:chdb:memory", List.of(), List.of()).out)
                .contains("failed")
                .contains("clickhouse-connect-embedded");
        Output output = run(
                "jdbc:chdb:memory",
                List.of(
                        "io.chconnect.embedded.EmbeddedTransportProvider",
                        "io.chconnect.engine.EmbeddedEngine",
                        "com.sun.jna.Native"),
                List.of());
        assertThat(output.out).contains(SUM);
        assertThat(output.err).isEmpty();
    }

    @Test
    void itHoldsNothingThatClashesAndIsSmall() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(MOST_BYTES);
        Set<String> packages = new TreeSet<>();
        Set<String> natives = new TreeSet<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            jar.stream().map(ZipEntry::getName).forEach(name -> {
                if (name.endsWith(".class")) {
                    packages.add(name.substring(0, name.indexOf('/', name.indexOf('/') + 1)));
                }
                if (name.matches(".*\\.(so|dylib|dll)")) {
                    natives.add(name.replaceAll("net/jpountz/util/(.*)/[^/]*", "$1"));
                }
            });
            assertThat(packages).containsExactly("io/chconnect", "net/jpountz");
            assertThat(natives)
                    .containsExactly(
                            "darwin/aarch64", "darwin/x86_64", "linux/aarch64", "linux/amd64", "windows/amd64");
            assertThat(jar.getEntry("module-info.class")).isNull();
            Map<String, String> services = Map.of(
                    "java.sql.Driver", "io.chconnect.jdbc.ClickHouseDriver",
                    "io.chconnect.client.transport.TransportProvider",
                            "io.chconnect.client.internal.http.HttpTransportProvider",
                    "io.chconnect.shaded.slf4j.spi.SLF4JServiceProvider",
                            "io.chconnect.jdbc.all.internal.QuietLogging");
            for (Map.Entry<String, String> service : services.entrySet()) {
                assertThat(text(jar, "META-INF/services/" + service.getKey()).strip())
                        .isEqualTo(service.getValue());
            }
            assertThat(text(jar, "META-INF/THIRD-PARTY-NOTICES.txt"))
                    .contains("HttpClient", "Public Suffix List", "lz4-java", "SLF4J");
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("io.chconnect.jdbc.all");
        }
    }

    /** Runs the program in a JVM whose class path has the jar and those that the named classes come from. */
    private Output run(String url, List<String> beside, List<String> options) throws Exception {
        List<String> classPath = new ArrayList<>(List.of(JAR.toString(), directory.toString()));
        for (String name : beside) {
            classPath.add(jarOf(name).toString());
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:-UsePerfData"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), TinyProgram.class.getName(), url));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Output(Files.readString(out), Files.readString(err));
    }

    private static Path jarOf(String className) throws ClassNotFoundException, URISyntaxException {
        Class<?> found = Class.forName(className, false, OneJarTest.class.getClassLoader());
        return Path.of(found.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String text(JarFile jar, String name) throws IOException {
        try (var stream = jar.getInputStream(jar.getEntry(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
