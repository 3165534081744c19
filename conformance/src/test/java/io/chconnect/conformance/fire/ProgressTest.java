package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Progress;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.Transport;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Progress is told while the statement runs. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProgressTest {
    private static final Map<String, String> NOTHING_TO_ASK =
            Map.of("send_progress_in_http_headers", "1", "http_headers_progress_interval_ms", "1");
    private final ClickHouseServer server;

    ProgressTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void theServersProgressIsTold() {
        List<Progress> told = new ArrayList<>();
        try (Transport transport = Transports.open(server.url())) {
            transport.command(Transports.request(
                    "SELECT count() FROM numbers(30) WHERE sleepEachRow(0.03) = 0 SETTINGS max_block_size = 1",
                    Map.of(),
                    null,
                    null,
                    told::add));
        }
        assertThat(told).hasSizeGreaterThan(1);
        assertThat(told).isSortedAccordingTo((a, b) -> Long.compare(a.readRows(), b.readRows()));
    }

    @Test
    void eachHeaderIsToldWhenItArrivesAndNotWhenTheHeadIsComplete() throws Exception {
        RecordedResponse good = record();
        byte[] bytes = good.bytes();
        BlockingQueue<String> toSend = new SynchronousQueue<>();
        BlockingQueue<Progress> told = new LinkedBlockingQueue<>();
        int statusLine = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n") + 2;
        try (FaultyServer slow = FaultyServer.start(peer -> {
                    peer.write(bytes, 0, statusLine);
                    for (String line = take(toSend); !line.isEmpty(); line = take(toSend)) {
                        peer.write(line.getBytes(StandardCharsets.US_ASCII), 0, line.length());
                    }
                    peer.write(bytes, statusLine, bytes.length);
                });
                Transport transport = Transports.open(slow.url())) {
            StatementRequest request = Transports.request("SELECT 1", NOTHING_TO_ASK, null, null, told::add);
            CompletableFuture<Long> rows =
                    CompletableFuture.supplyAsync(() -> Transports.rows(transport.query(request)));
            for (int i = 1; i <= 20; i++) {
                toSend.put("X-ClickHouse-Progress: {\"read_rows\":\"" + i + "\",\"total_rows_to_read\":\"20\"}\r\n");
                Progress progress = told.poll(5, TimeUnit.SECONDS);
                assertThat(progress).isNotNull();
                assertThat(progress.readRows()).isEqualTo(i);
                assertThat(progress.totalRowsToRead()).isEqualTo(20);
            }
            toSend.put("");
            assertThat(rows.get(5, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void tenThousandHeadersAreNoBurden() {
        String line = "X-ClickHouse-Progress: {\"read_rows\":\"1\",\"read_bytes\":\"2\"}\r\n";
        RecordedResponse many = record().withHeaderLines(line.repeat(10_000));
        List<Progress> told = new ArrayList<>();
        try (FaultyServer chatty = FaultyServer.start(many.reply());
                Transport transport = Transports.open(chatty.url())) {
            assertThat(Transports.rows(
                            transport.query(Transports.request("SELECT 1", NOTHING_TO_ASK, null, null, told::add))))
                    .isEqualTo(1);
            assertThat(told).hasSize(10_000);
            assertThat(Transports.rows(transport.query(Transports.request("SELECT 1"))))
                    .isEqualTo(1);
        }
    }

    @Test
    void progressKeepsASlowStatementAlive() {
        try (Transport transport = Transports.open(server.url())) {
            StatementRequest patient = Transports.request(
                    "SELECT count() FROM numbers(20) WHERE sleepEachRow(0.05) = 0 SETTINGS max_block_size = 1",
                    Map.of(),
                    null,
                    Duration.ofSeconds(30),
                    progress -> {});
            StatementRequest impatient = StatementRequest.builder(patient.sql(), Duration.ofMillis(700))
                    .deadline(patient.deadline())
                    .progress(patient.progress())
                    .build();
            assertThat(transport.command(impatient).text().strip()).isEqualTo("20");
        }
    }

    @Test
    void aListenerThatFailsEndsTheStatement() {
        try (Transport transport = Transports.open(server.url())) {
            assertThatThrownBy(() -> transport.command(Transports.request(
                            "SELECT count() FROM numbers(30) WHERE sleepEachRow(0.03) = 0 SETTINGS max_block_size = 1",
                            Map.of(),
                            null,
                            null,
                            progress -> {
                                throw new IllegalStateException("the bar is broken");
                            })))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the bar is broken");
            assertThat(transport.command(Transports.request("SELECT 1")).text().strip())
                    .isEqualTo("1");
        }
    }

    private RecordedResponse record() {
        return RecordedResponse.record(
                server.httpPort(), "/?default_format=Native&client_protocol_version=54405", Map.of(), "SELECT 1 AS x");
    }

    private static String take(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
