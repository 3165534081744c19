package io.chconnect.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.EmbeddedEngine;
import io.chconnect.engine.EngineConnection;
import io.chconnect.engine.EngineInsert;
import io.chconnect.engine.EngineOptions;
import io.chconnect.engine.EngineResult;
import io.chconnect.engine.EngineStatement;
import io.chconnect.engine.EngineStream;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ServerException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However a statement is left, its end is near. */
@Timeout(120)
class EmbeddedEngineCloseTest {
    private static final EngineStatement ENDLESS = EngineStatement.of("SELECT number FROM system.numbers");
    private static final EngineStatement ENDLESS_WORK =
            EngineStatement.of("SELECT sum(sipHash64(number)) FROM system.numbers");

    private EmbeddedEngine engine;
    private EngineConnection watch;

    @BeforeEach
    void open() {
        engine = EmbeddedEngine.open(EngineOptions.memory());
        watch = engine.connect();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void streamsMayBeClosedUnread() {
        for (int i = 0; i < 20; i++) {
            try (EngineConnection connection = engine.connect()) {
                connection.stream(ENDLESS).close();
                connection.stream(ENDLESS_WORK).close();
            }
        }
        assertThat(running()).isZero();
    }

    @Test
    void aStreamWithACommentOfItsOwnIsEndedToo() {
        try (EngineConnection connection = engine.connect(Map.of("log_comment", "mine"))) {
            EngineStatement other = EngineStatement.of(
                    "SELECT number, getSetting('log_comment') FROM system.numbers SETTINGS log_comment = 'other'");
            connection.stream(other).close();

            assertThat(text(connection, "SELECT getSetting('log_comment')")).isEqualTo("mine");
        }
        assertThat(running()).isZero();
    }

    @Test
    void closingAConnectionEndsTheStatementOfAnotherThread() throws Exception {
        EngineConnection connection = engine.connect();
        CompletableFuture<Integer> code = inBackground(() -> connection.query(ENDLESS_WORK));

        connection.close();

        assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(394);
        assertThat(running()).isZero();
    }

    @Test
    void closingAStreamEndsTheFetchOfAnotherThread() throws Exception {
        try (EngineConnection connection = engine.connect()) {
            EngineStream stream = connection.stream(ENDLESS_WORK);
            CompletableFuture<Integer> code = inBackground(stream::next);

            stream.close();

            assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(394);
            assertFree(connection);
        }
    }

    @Test
    void anInsertIsAbortedWhateverHangsOnItsTable() {
        try (EngineConnection connection = engine.connect()) {
            run(connection, "CREATE DATABASE d ENGINE = Atomic");
            run(connection, "CREATE TABLE d.t (id UInt64) ENGINE = MergeTree ORDER BY id");
            run(
                    connection,
                    "CREATE MATERIALIZED VIEW d.v ENGINE = MergeTree ORDER BY id AS SELECT t.id AS id FROM d.t AS t"
                            + " CROSS JOIN numbers(1000000000000) AS n WHERE sipHash64(n.number) = t.id");
            EngineInsert insert =
                    connection.insert(EngineStatement.of("INSERT INTO d.t (id)").withFormat("TabSeparated"));
            insert.append("1\n2\n".getBytes(StandardCharsets.UTF_8), 0, 4);

            insert.close();

            assertFree(connection);
        }
    }

    @Test
    void whatIsForgottenIsEndedByTheGarbageCollector() throws Exception {
        for (int i = 0; i < 5; i++) {
            forgetStream();
        }
        assertThat(running()).isEqualTo(5);

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (running() > 0 && System.nanoTime() - deadline < 0) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(running()).isZero();
    }

    @Test
    void theMemoryOfAForgottenResultLivesAsLongAsItsBuffers() throws Exception {
        ByteBuffer buffer = forgetResult();
        for (int i = 0; i < 10; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(20);
            text(watch, "SELECT groupArray(number * 3) FROM numbers(100000)");
        }

        for (int i = 0; i < 100_000; i++) {
            assertThat(buffer.getLong(i * Long.BYTES)).isEqualTo(i);
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed(@TempDir Path directory) throws Exception {
        engine.close();
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> EmbeddedEngine.open(EngineOptions.directory(file.resolve("data"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("data directory " + file.resolve("data") + " is not writable");
    }

    private void forgetStream() {
        EngineStream stream = engine.connect().stream(ENDLESS);
        EngineResult chunk = stream.next();
        assertThat(chunk).isNotNull();
    }

    private ByteBuffer forgetResult() {
        return watch.query(
                        EngineStatement.of("SELECT number FROM numbers(100000)").withFormat("RowBinary"))
                .buffer()
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private CompletableFuture<Integer> inBackground(Runnable call) {
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                call.run();
                code.complete(0);
            } catch (ServerException e) {
                code.complete(e.code());
            } catch (ClickHouseException e) {
                code.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (running() == 0) {
            Thread.onSpinWait();
        }
        return code;
    }

    /** A statement that failed stays listed, without working, until its connection runs the next. */
    private void assertFree(EngineConnection connection) {
        assertThat(text(connection, "SELECT 1")).isEqualTo("1");
        assertThat(running()).isZero();
    }

    private int running() {
        return Integer.parseInt(
                text(watch, "SELECT count() FROM system.processes WHERE query NOT LIKE '%system.processes%'"));
    }

    private static void run(EngineConnection connection, String sql) {
        connection.query(EngineStatement.of(sql)).close();
    }

    private static String text(EngineConnection connection, String sql) {
        try (EngineResult result = connection.query(EngineStatement.of(sql).withFormat("TabSeparated"))) {
            return StandardCharsets.UTF_8.decode(result.buffer()).toString().strip();
        }
    }
}
