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
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ServerException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EmbeddedEngineTest {
    private EmbeddedEngine engine;
    private EngineConnection connection;

    @BeforeEach
    void open() {
        engine = EmbeddedEngine.open(EngineOptions.memory().withSetting("max_threads", "2"));
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void resultsAreLittleEndianReadOnlyMemory() {
        try (EngineResult result = connection.query(
                EngineStatement.of("SELECT number + 1 FROM numbers(3)").withFormat("RowBinary"))) {
            ByteBuffer buffer = result.buffer();

            assertThat(result.length()).isEqualTo(24);
            assertThat(result.rowCount()).isEqualTo(3);
            assertThat(result.elapsed()).isPositive();
            assertThat(buffer.isDirect()).isTrue();
            assertThat(buffer.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
            assertThat(buffer.getLong(16)).isEqualTo(3);
            assertThat(result.slice(8, 8).getLong()).isEqualTo(2);
            assertThatThrownBy(() -> buffer.put(0, (byte) 0)).isInstanceOf(ReadOnlyBufferException.class);
            assertMisuse(() -> result.slice(20, 5), "not within a result of 24 bytes");
            assertMisuse(() -> result.slice(-1, 5), "not within");
        }
    }

    @Test
    void textIsUtf8WhateverTheJvmsCharset() {
        assertThat(text("SELECT 'gr\u00fcn \u20ac', length('\u20ac')")).isEqualTo("gr\u00fcn \u20ac\t3");
    }

    @Test
    void parametersAreBound() {
        EngineStatement statement = EngineStatement.of("SELECT {text:String}, {big:UInt64}, {list:Array(String)}")
                .withParameter("text", "\u20ac\\t'")
                .withParameter("big", "18446744073709551615")
                .withParameter("list", "['a\\'b', 'c']")
                .withFormat("RowBinary");
        try (EngineResult result = connection.query(statement)) {
            byte[] bytes = new byte[(int) result.length()];
            result.buffer().get(bytes);

            assertThat(bytes)
                    .startsWith(new byte[] {5, (byte) 0xe2, (byte) 0x82, (byte) 0xac, '\t', '\''})
                    .endsWith(new byte[] {2, 3, 'a', '\'', 'b', 1, 'c'});
        }
    }

    @Test
    void errorsAreServerExceptions() {
        assertThatThrownBy(() -> text("SELECT * FROM nowhere")).isInstanceOfSatisfying(ServerException.class, e -> {
            assertThat(e.code()).isEqualTo(60);
            assertThat(e.name()).isEqualTo("UNKNOWN_TABLE");
        });
        assertThat(text("SELECT 1")).isEqualTo("1");
    }

    @Test
    void settingsBelongToTheirConnection() {
        try (EngineConnection other = engine.connect(Map.of("max_threads", "1"))) {
            assertThat(text(other, "SELECT getSetting('max_threads')")).isEqualTo("1");
            assertThat(text("SELECT getSetting('max_threads')")).isEqualTo("2");
        }
        assertThatThrownBy(() -> engine.connect(Map.of("no_such_setting", "1")))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(115));
        assertMisuse(() -> engine.connect(Map.of("a b", "1")), "not the name of a setting");
    }

    @Test
    void tablesInMemoryAreSharedAndGoWithTheLastEngine() {
        run("CREATE DATABASE shared ENGINE = Atomic");
        try (EmbeddedEngine second = EmbeddedEngine.open(EngineOptions.memory())) {
            engine.close();
            try (EngineConnection other = second.connect()) {
                assertThat(text(other, "EXISTS DATABASE shared")).isEqualTo("1");
            }
        }
        try (EmbeddedEngine third = EmbeddedEngine.open(EngineOptions.memory());
                EngineConnection other = third.connect()) {
            assertThat(text(other, "EXISTS DATABASE shared")).isEqualTo("0");
        }
    }

    @Test
    void aSecondDataDirectoryIsRefused() {
        assertMisuse(
                () -> EmbeddedEngine.open(EngineOptions.directory(Path.of("/tmp/other"))),
                "embedded data directory :memory: open and cannot open /tmp/other");
    }

    @Test
    void streamsDeliverWholeBlocksToTheEnd() {
        long rows = 0;
        int chunks = 0;
        try (EngineStream stream = connection.stream(EngineStatement.of("SELECT number FROM numbers(1000000)"))) {
            for (EngineResult chunk = stream.next(); chunk != null; chunk = stream.next()) {
                rows += chunk.rowCount();
                chunks++;
                chunk.close();
            }
            assertThat(stream.next()).isNull();
        }
        assertThat(rows).isEqualTo(1_000_000);
        assertThat(chunks).isGreaterThan(1);
        assertThat(text("SELECT 1")).isEqualTo("1");
    }

    @Test
    void aStreamMayBeLeftEarly() {
        try (EngineStream stream = connection.stream(EngineStatement.of("SELECT number FROM system.numbers"))) {
            EngineResult chunk = stream.next();
            assertThat(chunk).isNotNull();
            chunk.close();
            assertMisuse(() -> text("SELECT 1"), "has an open stream");
        }
        assertThat(text("SELECT 1")).isEqualTo("1");
    }

    @Test
    void aStreamsFailureInTheMiddleIsThrown() {
        EngineStatement statement =
                EngineStatement.of("SELECT throwIf(number = 500000) FROM numbers(1000000) SETTINGS max_threads = 1");
        try (EngineStream stream = connection.stream(statement)) {
            assertThatThrownBy(() -> {
                        for (EngineResult chunk = stream.next(); chunk != null; chunk = stream.next()) {
                            chunk.close();
                        }
                    })
                    .isInstanceOfSatisfying(
                            ServerException.class, e -> assertThat(e.code()).isEqualTo(395));
        }
        assertThat(text("SELECT 1")).isEqualTo("1");
    }

    @Test
    void killStopsAStatementOfAnotherThread() throws Exception {
        CompletableFuture<String> statement = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                statement.complete(text("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)"));
            } catch (ServerException e) {
                statement.complete("error " + e.code());
            }
        });
        thread.start();
        try (EngineConnection watch = engine.connect()) {
            while (text(
                            watch,
                            "SELECT count() FROM system.processes WHERE query LIKE '%sipHash64%' AND query NOT LIKE"
                                    + " '%processes%'")
                    .equals("0")) {
                Thread.onSpinWait();
            }
        }
        try (EngineConnection idle = engine.connect()) {
            idle.kill();
        }
        connection.kill();

        assertThat(statement.get(30, TimeUnit.SECONDS)).isEqualTo("error 394");
        thread.join();
    }

    @Test
    void insertsAreAppended() {
        createTable();
        ByteBuffer heap = ByteBuffer.wrap("xx1\ta\n2\tb\n".getBytes(StandardCharsets.UTF_8), 2, 8);
        ByteBuffer direct = ByteBuffer.allocateDirect(16)
                .put("3\t\u00fc\n".getBytes(StandardCharsets.UTF_8))
                .flip();
        try (EngineInsert insert = insert()) {
            insert.append(heap);
            insert.append(direct);
            insert.append(ByteBuffer.allocate(0));
            try (EngineResult result = insert.finish()) {
                assertThat(result.writtenRows()).isEqualTo(3);
                assertThat(result.length()).isZero();
            }
            assertMisuse(() -> insert.append(direct), "finished or aborted");
        }
        assertThat(heap.hasRemaining()).isFalse();
        assertThat(direct.hasRemaining()).isFalse();
        assertThat(text("SELECT groupArray((id, s)) FROM d.t")).isEqualTo("[(1,'a'),(2,'b'),(3,'\u00fc')]");
    }

    @Test
    void manyBytesAreAppended() {
        createTable();
        byte[] row = "7\tsome text that fills megabytes\n".getBytes(StandardCharsets.UTF_8);
        byte[] rows = new byte[row.length * 100_000];
        for (int i = 0; i < 100_000; i++) {
            System.arraycopy(row, 0, rows, i * row.length, row.length);
        }
        try (EngineInsert insert = insert()) {
            insert.append(rows, 0, rows.length);
            try (EngineResult result = insert.finish()) {
                assertThat(result.writtenRows()).isEqualTo(100_000);
            }
        }
    }

    @Test
    void anAbortedInsertLeavesTheConnectionUsable() {
        createTable();
        try (EngineInsert insert = insert()) {
            insert.append("1\ta".getBytes(StandardCharsets.UTF_8), 0, 3);
            assertMisuse(() -> text("SELECT 1"), "has an open insert");
            insert.abort();
        }
        assertThat(text("SELECT count() FROM d.t")).isEqualTo("0");
    }

    @Test
    void badDataIsAServerException() {
        createTable();
        try (EngineInsert insert = insert()) {
            assertThatThrownBy(() -> {
                        insert.append("one\ta\n".getBytes(StandardCharsets.UTF_8), 0, 6);
                        insert.finish();
                    })
                    .isInstanceOfSatisfying(
                            ServerException.class, e -> assertThat(e.code()).isEqualTo(27));
        }
        assertThat(text("SELECT 1")).isEqualTo("1");
    }

    @Test
    void whatIsClosedRefuses() {
        EngineResult result = connection.query(EngineStatement.of("SELECT 1"));
        EngineStream stream = connection.stream(EngineStatement.of("SELECT number FROM system.numbers"));
        connection.close();
        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThat(result.buffer().remaining()).isPositive();
        result.close();
        result.close();
        assertMisuse(result::buffer, "result is closed");
        assertMisuse(stream::next, "stream is closed");
        stream.close();
        assertMisuse(() -> connection.query(EngineStatement.of("SELECT 1")), "connection is closed");

        engine.close();
        assertMisuse(engine::connect, "engine is closed");
        assertMisuse(connection::kill, "closed");
    }

    private void createTable() {
        run("CREATE DATABASE d ENGINE = Atomic");
        run("CREATE TABLE d.t (id UInt64, s String) ENGINE = MergeTree ORDER BY id");
    }

    private EngineInsert insert() {
        return connection.insert(EngineStatement.of("INSERT INTO d.t (id, s)").withFormat("TabSeparated"));
    }

    private void run(String sql) {
        connection.query(EngineStatement.of(sql)).close();
    }

    private String text(String sql) {
        return text(connection, sql);
    }

    private static String text(EngineConnection connection, String sql) {
        try (EngineResult result = connection.query(EngineStatement.of(sql).withFormat("TabSeparated"))) {
            return StandardCharsets.UTF_8.decode(result.buffer()).toString().strip();
        }
    }

    private static void assertMisuse(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessageContaining(message);
    }
}
