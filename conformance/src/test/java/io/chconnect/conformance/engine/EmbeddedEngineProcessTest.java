package io.chconnect.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.EmbeddedEngine;
import io.chconnect.engine.EngineConnection;
import io.chconnect.engine.EngineOptions;
import io.chconnect.engine.EngineResult;
import io.chconnect.engine.EngineStatement;
import io.chconnect.engine.EngineStream;
import io.chconnect.error.ServerException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine does to its JVM, in JVMs of their own. */
class EmbeddedEngineProcessTest {
    @TempDir
    Path directory;

    @Test
    void tablesInADirectoryOutliveTheProcess() throws Exception {
        String data = directory.resolve("data").toString();

        assertThat(output("run", data, "CREATE TABLE t (id UInt64) ENGINE = MergeTree ORDER BY id"))
                .isEmpty();
        assertThat(output("run", data, "INSERT INTO t SELECT number FROM numbers(10)"))
                .isEmpty();
        assertThat(output("run", data, "SELECT sum(id) FROM t")).isEqualTo("45");
    }

    @Test
    void aProcessMayExitWithEverythingOpen() throws Exception {
        assertThat(output("forget", "stream")).isEqualTo("open");
        assertThat(output("forget", "statement")).isEqualTo("open");
    }

    @Test
    void aConfigurationFileOfTheWorkingDirectoryIsNotRead() throws Exception {
        Files.writeString(directory.resolve("config.xml"), "<not xml", StandardCharsets.UTF_8);

        assertThat(output("run", "", "SELECT 1")).isEqualTo("1");
    }

    private String output(String... args) throws Exception {
        try (JavaChild child = JavaChild.start(directory, Program.class, args)) {
            String line = child.readLine();
            assertThat(child.waitFor())
                    .as(Files.readString(directory.resolve("stderr"), StandardCharsets.UTF_8))
                    .isZero();
            assertThat(directory.resolve("stderr")).isEmptyFile();
            try (var files = Files.list(directory.resolve("tmp"))) {
                assertThat(files).isEmpty();
            }
            return line;
        }
    }

    /** {@code run DATA SQL} prints a result; {@code forget WHAT} ends with an engine open. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            if (args[0].equals("run")) {
                run(args[1].isEmpty() ? EngineOptions.memory() : EngineOptions.directory(Path.of(args[1])), args[2]);
            } else {
                forget(args[1]);
            }
        }

        private static void run(EngineOptions options, String sql) {
            try (EmbeddedEngine engine = EmbeddedEngine.open(options);
                    EngineConnection connection = engine.connect();
                    EngineResult result =
                            connection.query(EngineStatement.of(sql).withFormat("TabSeparated"))) {
                System.out.println(StandardCharsets.UTF_8
                        .decode(result.buffer())
                        .toString()
                        .strip());
            }
        }

        private static void forget(String what) {
            EmbeddedEngine engine = EmbeddedEngine.open(EngineOptions.memory());
            EngineConnection connection = engine.connect();
            if (what.equals("stream")) {
                EngineStream stream = connection.stream(EngineStatement.of("SELECT number FROM system.numbers"));
                stream.next();
            } else {
                Thread thread = new Thread(() -> {
                    try {
                        connection.query(EngineStatement.of("SELECT sum(sipHash64(number)) FROM system.numbers"));
                    } catch (ServerException e) {
                        // The exit kills it.
                    }
                });
                thread.setDaemon(true);
                thread.start();
                awaitStatement(engine);
            }
            System.out.println("open");
        }

        private static void awaitStatement(EmbeddedEngine engine) {
            EngineStatement count = EngineStatement.of(
                            "SELECT count() FROM system.processes WHERE query LIKE '%sipHash64%' AND query NOT LIKE"
                                    + " '%processes%'")
                    .withFormat("RowBinary");
            try (EngineConnection watch = engine.connect()) {
                long running = 0;
                while (running == 0) {
                    try (EngineResult result = watch.query(count)) {
                        running = result.buffer().getLong();
                    }
                }
            }
        }
    }
}
