package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.BatchOutcome;
import io.chconnect.client.BufferedInserter;
import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

@ClickHouseServerTest
@ParameterizedClass
@ArgumentsSource(Carriers.class)
@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // most rows are looked for in the table
class BufferedInserterTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Parameter
    Carrier carrier;

    private Client client;

    record Reading(int sensor, double value) {}

    @BeforeEach
    void open(ClickHouseServer server) {
        client = carrier.open(server, "buffered");
        client.command("CREATE TABLE t (sensor UInt32, value Float64) ENGINE = MergeTree ORDER BY sensor");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private long count() {
        return client.query("SELECT count() FROM t").single(Long.class);
    }

    @Test
    void rowsOfManyThreadsAreAllThereWhenItIsClosed() throws InterruptedException, ExecutionException {
        List<BatchOutcome> outcomes = new CopyOnWriteArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (BufferedInserter<Reading> inserter = client.insertContext(
                        request -> request.table("t").blockRows(1000))
                .buffered(Reading.class)
                .flushAfter(LONG)
                .listener(outcomes::add)
                .build()) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int first = thread * 10_000;
                done.add(threads.submit(() -> {
                    for (int i = 0; i < 1_250; i++) {
                        inserter.add(new Reading(first + i, i + 0.5));
                    }
                }));
            }
            for (Future<?> future : done) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(client.query("SELECT count(), uniqExact(sensor), sum(value - (sensor % 10000)) FROM t")
                        .rows())
                .hasToString("[[10000, 10000, 5000]]");
        assertThat(outcomes).hasSize(10).allSatisfy(outcome -> {
            assertThat(outcome.block().rowCount()).isEqualTo(1000);
            assertThat(outcome.summary()).isPresent();
            assertThat(outcome.attempts()).isEqualTo(1);
        });
    }

    @Test
    void aBatchGoesByRowsByBytesAndByTime() throws Exception {
        try (BufferedInserter<List<?>> inserter = client.insertContext(
                        request -> request.table("t").blockRows(3))
                .buffered()
                .flushAfter(LONG)
                .build()) {
            CompletableFuture<BatchOutcome> first = inserter.add(List.of(1, 1));
            inserter.add(List.of(2, 2));
            assertThat(first).isNotDone();
            inserter.add(List.of(3, 3));
            assertThat(first.get(30, TimeUnit.SECONDS).block().rowCount()).isEqualTo(3);
            assertThat(count()).isEqualTo(3);
        }
        try (BufferedInserter<List<?>> inserter = client.insertContext(
                        request -> request.table("t").blockBytes(24))
                .buffered()
                .flushAfter(LONG)
                .build()) {
            CompletableFuture<BatchOutcome> first = inserter.add(List.of(1, 1));
            inserter.add(List.of(2, 2));
            assertThat(first.get(30, TimeUnit.SECONDS).block().rowCount()).isEqualTo(2);
        }
        try (BufferedInserter<List<?>> inserter = client.insertContext(request -> request.table("t"))
                .buffered()
                .flushAfter(Duration.ofMillis(20))
                .build()) {
            assertThat(inserter.add(List.of(9, 9)).get(30, TimeUnit.SECONDS).summary())
                    .isPresent();
        }
        assertThat(count()).isEqualTo(6);
    }

    @Test
    void flushWaitsForWhatWasAdded() {
        try (BufferedInserter<List<?>> inserter = client.insertContext(request -> request.table("t"))
                .buffered()
                .flushAfter(LONG)
                .build()) {
            assertThat(inserter.flush()).isEmpty();
            inserter.add(List.of(1, 1));
            inserter.add(List.of(2, 2));
            assertThat(inserter.flush())
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.block().rowCount()).isEqualTo(2));
            assertThat(count()).isEqualTo(2);
        }
    }

    @Test
    void aRowThatDoesNotFitIsRefusedAndHarmsNoOther() {
        try (BufferedInserter<List<?>> inserter = client.insertContext(request -> request.table("t"))
                .buffered()
                .flushAfter(LONG)
                .build()) {
            inserter.add(List.of(1, 1));
            assertThatThrownBy(() -> inserter.add(List.of(1, "no number")))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("\"value\"");
            assertThatThrownBy(() -> inserter.add(List.of(1))).isInstanceOf(ConfigurationException.class);
            inserter.add(List.of(2, 2));
        }
        assertThat(client.query("SELECT * FROM t ORDER BY 1").rows()).hasToString("[[1, 1], [2, 2]]");
    }

    @Test
    void whoAddsTooFastWaits() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (BufferedInserter<List<?>> inserter = client.insertContext(
                        request -> request.table("t").blockRows(1))
                .buffered()
                .maxPending(1)
                .listener(outcome -> {
                    sending.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .build()) {
            inserter.add(List.of(1, 1));
            sending.await();
            Future<?> waiting = thread.submit(() -> inserter.add(List.of(2, 2)));
            assertThatThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            go.countDown();
            waiting.get(30, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aBatchThatFailsIsReportedWithItsRowsAndAgainOnClose() {
        BufferedInserter<List<?>> inserter = client.insertContext(request -> request.table("t"))
                .buffered()
                .flushAfter(LONG)
                .build();
        CompletableFuture<BatchOutcome> future = inserter.add(List.of(7, 7));
        client.command("DROP TABLE t SYNC");
        assertThatThrownBy(inserter::close).isInstanceOf(ServerException.class);
        inserter.close();
        BatchOutcome outcome = future.join();
        assertThat(outcome.failure()).containsInstanceOf(ServerException.class);
        assertThat(outcome.attempts()).isEqualTo(1);
        client.command("CREATE TABLE t (sensor UInt32, value Float64) ENGINE = Memory");
        client.insertBlocks("t", List.of(outcome.block()).iterator());
        assertThat(client.query("SELECT * FROM t").rows()).hasToString("[[7, 7]]");
        assertThatThrownBy(() -> inserter.add(List.of(1, 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("closed");
    }
}
