package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.BatchOutcome;
import io.chconnect.client.BufferedInserter;
import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.ServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sixteen threads add rows while the server is killed and started again. */
@Tag("soak")
@Timeout(600)
@SuppressWarnings("FutureReturnValueIgnored") // most rows are looked for in the table
class BufferedInserterSoakTest {
    private static final int THREADS = 16;
    private static final int KILLS = 6;
    private static final int BATCHES_BETWEEN_KILLS = 40;

    @TempDir
    Path directory;

    record Event(long id, int thread) {}

    @Test
    void everyAcknowledgedRowIsThereExactlyOnce() throws IOException, InterruptedException, ExecutionException {
        ServerOptions options = ServerOptions.builder()
                .dataDirectory(directory.resolve("data"))
                .httpPort(ClickHouseServer.freePort())
                .build();
        ClickHouseServer server = ClickHouseServer.start(options);
        List<BatchOutcome> outcomes = new CopyOnWriteArrayList<>();
        AtomicLong ids = new AtomicLong();
        Semaphore stored = new Semaphore(0);
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Client client = Client.connect(server.url())) {
            client.command("CREATE DATABASE soak ENGINE = Atomic");
            client.command("CREATE TABLE soak.t (id UInt64, thread UInt8) ENGINE = MergeTree ORDER BY id"
                    + " SETTINGS non_replicated_deduplication_window = 1000");
            List<Future<?>> running = new ArrayList<>();
            try (BufferedInserter<Event> inserter = client.insertContext(
                            request -> request.table("soak.t").blockRows(5_000))
                    .buffered(Event.class)
                    .flushAfter(Duration.ofMillis(50))
                    .retryFor(Duration.ofMinutes(2))
                    .listener(outcome -> {
                        outcomes.add(outcome);
                        stored.release();
                    })
                    .build()) {
                for (int thread = 0; thread < THREADS; thread++) {
                    int number = thread;
                    running.add(threads.submit(() -> {
                        while (!stop.get()) {
                            inserter.add(new Event(ids.getAndIncrement(), number));
                        }
                    }));
                }
                for (int kill = 0; kill < KILLS; kill++) {
                    await(stored);
                    server.kill();
                    server = ClickHouseServer.start(options);
                }
                await(stored);
                stop.set(true);
                for (Future<?> future : running) {
                    future.get();
                }
            }
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
            assertThat(outcomes)
                    .anySatisfy(outcome -> assertThat(outcome.attempts()).isGreaterThan(1));
            long added = ids.get();
            long acknowledged = outcomes.stream()
                    .mapToLong(outcome -> outcome.block().rowCount())
                    .sum();
            assertThat(acknowledged).isEqualTo(added);
            assertThat(client.query("SELECT count(), uniqExact(id), max(id) + 1 FROM soak.t")
                            .rows())
                    .hasToString("[[%1$d, %1$d, %1$d]]".formatted(added));
        } finally {
            stop.set(true);
            threads.shutdownNow();
            server.close();
        }
    }

    private static void await(Semaphore stored) throws InterruptedException {
        assertThat(stored.tryAcquire(BATCHES_BETWEEN_KILLS, 3, TimeUnit.MINUTES))
                .isTrue();
    }
}
