package io.chconnect.conformance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small application with records is compiled and run, as a module and without modules, over HTTP and in process. */
@ClickHouseServerTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NamedApplicationTest {
    private static final String MAIN = "com.example.named.Main";

    /** What an application with the modules client and embedded has at run time. */
    private static final List<String> LIBRARIES =
            List.of("httpclient5-", "httpcore5-", "slf4j-api-", "lz4-java-", "jspecify-", "jna-");

    private static final List<String> MODULES = List.of("types", "codec", "client", "engine", "embedded");

    private final ClickHouseServer server;

    @TempDir
    private Path directory;

    NamedApplicationTest(ClickHouseServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({"module path, http", "module path, chdb:memory", "class path, http", "class path, chdb:memory"})
    void theApplicationRuns(String path, String where) throws Exception {
        boolean modular = path.equals("module path");
        boolean embedded = where.startsWith("chdb");
        List<String> output = run(compile(modular), modular, embedded, embedded ? where : server.url());
        assertThat(output)
                .contains("[City[name=Apia, people=37000], City[name=Lund, people=94000]]")
                .contains("[Secret[name=Apia, people=37000], Secret[name=Lund, people=94000]]")
                .contains("later");
        assertThat(output.get(2)).as("a record that is not open to the client").isEqualTo(modular ? "true" : "2");
        assertThat(output.get(4)).isEqualTo(modular + " " + modular);
    }

    private Path compile(boolean modular) throws IOException, URISyntaxException {
        Path sources = Path.of(Objects.requireNonNull(getClass().getResource("/named-application/module-info.java"))
                        .toURI())
                .getParent();
        Path classes = Files.createDirectories(directory.resolve("classes"));
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
        List<Path> files;
        try (Stream<Path> walked = Files.walk(sources)) {
            files = walked.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> modular || !file.endsWith("module-info.java"))
                    .toList();
        }
        List<String> options = List.of(
                modular ? "--module-path" : "-classpath", runtimePath(true), "-d", classes.toString(), "-proc:none");
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return classes;
    }

    private List<String> run(Path classes, boolean modular, boolean embedded, String url) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dfile.encoding=US-ASCII"));
        if (embedded && Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=" + (modular ? "com.sun.jna" : "ALL-UNNAMED"));
        }
        String path = classes + File.pathSeparator + runtimePath(embedded);
        if (modular) {
            command.addAll(List.of("--module-path", path));
            if (embedded) {
                command.addAll(List.of("--add-modules", "io.chconnect.embedded"));
            }
            command.addAll(List.of("--module", "com.example.named/" + MAIN));
        } else {
            command.addAll(List.of("-classpath", path, MAIN));
        }
        command.add(url);
        Path errors = directory.resolve("stderr");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try {
            List<String> output =
                    process.inputReader(StandardCharsets.UTF_8).lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
            assertThat(output).as(Files.readString(errors)).hasSize(5);
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    /** The part of this test's class path that an application would have. */
    private static String runtimePath(boolean embedded) {
        List<String> modules = embedded ? MODULES : MODULES.subList(0, 3);
        String path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> modules.stream().anyMatch(module -> isModule(entry, module))
                        || LIBRARIES.stream()
                                .filter(library -> embedded || !library.equals("jna-"))
                                .anyMatch(library ->
                                        Path.of(entry).getFileName().toString().startsWith(library)))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(path.split(File.pathSeparator)).hasSizeGreaterThan(modules.size() + 3);
        return path;
    }

    private static boolean isModule(String entry, String module) {
        return entry.endsWith(File.separator + module + File.separator + "target" + File.separator + "classes")
                || Path.of(entry).getFileName().toString().startsWith("clickhouse-connect-" + module + "-");
    }
}
