package io.chconnect.conformance.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.AsyncClient;
import io.chconnect.client.Client;
import io.chconnect.client.InsertContext;
import io.chconnect.client.OperationEnd;
import io.chconnect.client.OperationInfo;
import io.chconnect.client.OperationObserver;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RawResult;
import io.chconnect.client.Row;
import io.chconnect.client.Summary;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.RawContent;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls as futures; cancelling one ends its statement and lets go of everything. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AsyncClientTest {
    private static final String ENDLESS = "SELECT count() /* %s */ FROM system.numbers WHERE NOT ignore(number)";

    private final ClickHouseServer server;
    private final Client client;
    private final Client observer;
    private final AsyncClient async;

    AsyncClientTest(ClickHouseServer server) {
        this.server = server;
        this.client = Client.connect(server.url());
        this.observer = Client.connect(server.url());
        this.async = client.async();
    }

    @AfterEach
    void close() {
        client.close();
        observer.close();
    }

    /** A row. */
    public record Item(long id, String name) {}

    @Test
    void everyOperationHasATwin(@TempDir Path directory) throws Exception {
        async.command("DROP TABLE IF EXISTS async_items").join();
        async.command(request -> request.sql("CREATE TABLE async_items (id UInt64, name String) ENGINE = Memory"))
                .join();
        List<String> columns = List.of("id", "name");
        InsertContext context = client.insertContext(request -> request.table("async_items"));
        Path file = Files.writeString(directory.resolve("items.csv"), "9,i\n", StandardCharsets.UTF_8);
        List<CompletableFuture<Summary>> inserts = List.of(
                async.insert("async_items", columns, List.of(List.of(1L, "a"))),
                async.insert("async_items", List.of(new Item(2, "b"))),
                async.insert("async_items", Item.class, List.of(new Item(3, "c"))),
                async.insert(context, each -> each.insert(Item.class, Stream.of(new Item(4, "d")))),
                async.insertColumns("async_items", columns, List.of(new long[] {5}, new String[] {"e"})),
                async.insertBlocks("async_items", blocks("SELECT toUInt64(6) AS id, 'f' AS name")),
                async.insertBlocks(
                        request -> request.sql("INSERT INTO async_items (id, name)"),
                        blocks("SELECT toUInt64(7) AS id, 'g' AS name")),
                async.rawInsert(
                        request -> request.sql("INSERT INTO async_items FORMAT CSV"),
                        RawContent.of("8,h\n".getBytes(StandardCharsets.UTF_8))),
                async.insertFile("async_items", List.of(), "CSV", file));
        inserts.forEach(insert -> assertThat(insert.join().writtenRows()).isEqualTo(1));
        String sql = "SELECT id, name FROM async_items ORDER BY id";
        try (QueryResult result = async.query(sql).join();
                QueryResult same = async.query(request -> request.sql(sql)).join();
                RawResult raw = async.rawQuery(sql, "CSV").join();
                RawResult sameRaw =
                        async.rawQuery("CSV", request -> request.sql(sql)).join()) {
            assertThat(result.rows()).hasSize(9).isEqualTo(same.rows());
            assertThat(raw.bytes()).isEqualTo(sameRaw.bytes());
        }
        List<Item> items =
                async.call(each -> each.query(sql).toList(Item.class)).join();
        assertThat(items).extracting(Item::name).containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i");
        assertThat(async.serverInfo().join()).isEqualTo(client.serverInfo());
        assertThat(async.ping(Duration.ofSeconds(10)).join()).isTrue();
        async.command("DROP TABLE async_items").join();
    }

    private Iterator<io.chconnect.codec.Block> blocks(String sql) {
        List<io.chconnect.codec.Block> blocks = new ArrayList<>();
        try (QueryResult result = client.query(sql)) {
            result.blocks().forEachRemaining(blocks::add);
        }
        return blocks.iterator();
    }

    @ParameterizedTest
    @CsvSource({"http, true", "http, false", "chdb:memory, true", "chdb:memory, false"})
    void cancellingAQueryEndsItsStatement(String where, boolean interrupting) {
        boolean embedded = where.startsWith("chdb");
        String mark = "async-cancel-" + interrupting;
        try (Client own = Client.connect(embedded ? where : server.url());
                Client witness = Client.connect(embedded ? where : server.url())) {
            CompletableFuture<QueryResult> running = own.async().query(ENDLESS.formatted(mark));
            awaitRunning(witness, mark, 1);
            assertThat(running.cancel(interrupting)).isTrue();
            assertThat(running).isCancelled();
            assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
            awaitRunning(witness, mark, 0);
            awaitNoneLeased(own);
            assertThat(own.query("SELECT 1").rows()).hasSize(1);
        }
    }

    @Test
    void aCallThatWaitsForAConnectionCanBeCancelled() throws Exception {
        BlockingQueue<OperationEnd> ends = new LinkedBlockingQueue<>();
        try (Client narrow = Client.builder()
                .url(server.url())
                .option(Options.MAX_CONNECTIONS, 1)
                .option(Options.POOL_TIMEOUT, Duration.ofHours(1))
                .listener(operation -> new OperationObserver() {
                    @Override
                    public void ended(OperationEnd end) {
                        ends.add(end);
                    }
                })
                .build()) {
            QueryResult holding = narrow.query("SELECT number FROM system.numbers");
            CompletableFuture<QueryResult> waiting = narrow.async().query("SELECT 1");
            while (narrow.connections().orElseThrow().pending() == 0) {
                Thread.onSpinWait();
            }
            waiting.cancel(true);
            assertThat(ends.take().how()).isEqualTo(OperationEnd.How.CANCELLED);
            assertThat(holding.nextBlock()).isNotNull();
            holding.close();
            assertThat(narrow.query("SELECT 1").rows()).hasSize(1);
        }
    }

    @Test
    void cancellingACommandAndAnInsertEndsThem() {
        String table = "async_cancelled";
        client.command("DROP TABLE IF EXISTS " + table);
        client.command("CREATE TABLE " + table + " (number UInt64) ENGINE = Memory");
        CompletableFuture<?> command = async.command("INSERT INTO " + table
                + " SELECT number /* async-cancel-command */ FROM system.numbers WHERE NOT ignore(number)"
                + " SETTINGS max_block_size = 1, min_insert_block_size_rows = 1, max_insert_block_size = 1");
        awaitRunning(observer, "async-cancel-command", 1);
        command.cancel(true);
        awaitRunning(observer, "async-cancel-command", 0);

        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Iterable<List<?>> rows = () -> Stream.<List<?>>generate(() -> {
                    asked.countDown();
                    return List.of(1L);
                })
                .peek(row -> {
                    if (cancelled.getCount() == 0) {
                        Thread.onSpinWait();
                    }
                })
                .iterator();
        CompletableFuture<Summary> insert = async.insert(table, List.of("number"), rows);
        awaitRunning(observer, "INSERT INTO `" + table, 1);
        insert.cancel(true);
        cancelled.countDown();
        awaitRunning(observer, "INSERT INTO `" + table, 0);
        awaitNoneLeased(client);
        client.command("DROP TABLE " + table);
    }

    @Test
    void aTimeLimitOfAFutureEndsItsStatementToo() {
        CompletableFuture<QueryResult> running = async.query(ENDLESS.formatted("async-late"));
        awaitRunning(observer, "async-late", 1);
        CompletableFuture<QueryResult> limited = running.orTimeout(1, TimeUnit.MILLISECONDS);
        assertThatThrownBy(limited::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(java.util.concurrent.TimeoutException.class);
        awaitRunning(observer, "async-late", 0);
        awaitNoneLeased(client);
    }

    @Test
    void aCallThatIsCancelledBeforeItStartsSendsNothing() {
        List<Runnable> waiting = new ArrayList<>();
        List<OperationInfo> started = new ArrayList<>();
        try (Client own = Client.builder()
                .url(server.url())
                .listener(operation -> {
                    started.add(operation);
                    return null;
                })
                .build()) {
            CompletableFuture<QueryResult> call = own.async(waiting::add).query("SELECT 1");
            call.cancel(false);
            waiting.forEach(Runnable::run);
            assertThat(call).isCancelled();
            assertThat(started).isEmpty();
            own.query("SELECT 1").close();
            assertThat(started).hasSize(1);
        }
    }

    @Test
    void aCallThatIsCancelledOnTheWayRunsNoFurtherStatement() {
        CompletableFuture<?>[] self = new CompletableFuture<?>[1];
        List<Runnable> waiting = new ArrayList<>();
        List<Throwable> seen = new ArrayList<>();
        self[0] = client.async(waiting::add).call(each -> {
            each.command("SELECT 1");
            self[0].cancel(true);
            try {
                return each.command("SELECT 2");
            } catch (RuntimeException e) {
                seen.add(e);
                throw e;
            }
        });
        waiting.forEach(Runnable::run);
        assertThat(seen).singleElement().isInstanceOf(io.chconnect.error.CancelledException.class);
    }

    @Test
    void aResultThatComesTooLateIsClosed() {
        CompletableFuture<?>[] self = new CompletableFuture<?>[1];
        List<Runnable> waiting = new ArrayList<>();
        List<QueryResult> results = new ArrayList<>();
        self[0] = client.async(waiting::add).call(each -> {
            QueryResult result = each.query("SELECT number /* async-too-late */ FROM system.numbers");
            results.add(result);
            self[0].cancel(true);
            return result;
        });
        waiting.forEach(Runnable::run);
        assertThat(self[0]).isCancelled();
        awaitRunning(observer, "async-too-late", 0);
        awaitNoneLeased(client);
        assertThatThrownBy(() -> results.get(0).rows()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void failuresAreThoseOfTheClient() {
        assertThatThrownBy(() -> async.query("SELECT nothing_there").get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ServerException.class);
    }

    @Test
    void aClosedClientFailsTheFuture() {
        Client own = Client.connect(server.url());
        AsyncClient calls = own.async();
        own.close();
        assertThatThrownBy(() -> calls.query("SELECT 1").get())
                .hasCauseInstanceOf(ConfigurationException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> own.async().query("SELECT 1").get()).hasCauseInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingRunsInTheCommonPool(boolean directly) throws Exception {
        CompletableFuture<Thread> call = async.call(each -> Thread.currentThread());
        CompletableFuture<Thread> follower = directly
                ? call.thenApplyAsync(thread -> Thread.currentThread())
                : call.thenApply(thread -> thread).thenApplyAsync(thread -> Thread.currentThread());
        for (Thread thread : List.of(call.get(), follower.get())) {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread).isNotInstanceOf(java.util.concurrent.ForkJoinWorkerThread.class);
        }
        assertThat(call.defaultExecutor()).isNotSameAs(ForkJoinPool.commonPool());
    }

    @Test
    void manyCallsShareThePool() {
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (long i = 0; i < 200; i++) {
            long number = i;
            calls.add(async.call(each -> each.query(
                            request -> request.sql("SELECT {n:Int64}").parameter("n", number))
                    .single(Long.class)));
        }
        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i).join()).isEqualTo(i);
        }
    }

    @Test
    void rowsOfAFutureStayValid() {
        List<Row> rows = async.call(
                        each -> each.query("SELECT number FROM numbers(3)").rows())
                .join();
        assertThat(rows).extracting(row -> row.getLong(0)).containsExactly(0L, 1L, 2L);
    }

    static void awaitRunning(Client observer, String mark, int count) {
        String sql = "SELECT count() FROM system.processes WHERE position(query, {mark:String}) > 0"
                + " AND query NOT LIKE '%system.processes%'";
        while (observer.query(request -> request.sql(sql).parameter("mark", mark))
                        .single(Long.class)
                != count) {
            Thread.onSpinWait();
        }
    }

    /** Connections are given back by the thread of the call, a moment after the future is complete. */
    static void awaitNoneLeased(Client client) {
        while (client.connections().map(counts -> counts.leased() > 0).orElse(false)) {
            Thread.onSpinWait();
        }
    }
}
