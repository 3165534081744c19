package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Session;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.Transport;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements nobody wants any more are ended, here and on the server. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CancelTest {
    private static final long SEED = 20_260_706;
    private final ClickHouseServer server;

    CancelTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void aStatementIsCancelledFromAnotherThread() throws Exception {
        try (Transport transport = Transports.open(server.url());
                Client observer = Client.connect(server.url())) {
            StatementRequest request = Transports.request(
                    "SELECT count() /* fire-cancel-1 */ FROM system.numbers WHERE NOT ignore(number)");
            CompletableFuture<QueryEvents> running = CompletableFuture.supplyAsync(() -> transport.query(request));
            awaitOne(observer, "fire-cancel-1");
            assertThat(transport.cancel(request.operationId())).isTrue();
            CancelledException failure = cancelled(running);
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.UNKNOWN);
            DeadlineTest.awaitNone(observer, "fire-cancel-1");
            assertThat(transport.cancel(request.operationId())).isFalse();
        }
    }

    @Test
    void aCancelComesThroughBetweenTwoAttempts() throws Exception {
        try (FaultyServer busy = FaultyServer.start(Reply.text(503, "text/plain", "busy"));
                Transport transport = Transports.open(busy.url() + "?retries=1000&retry_pause=600")) {
            StatementRequest request = Transports.request("SELECT 1");
            CompletableFuture<QueryEvents> running = CompletableFuture.supplyAsync(() -> transport.query(request));
            while (busy.requests().isEmpty()) {
                Thread.onSpinWait();
            }
            transport.cancel(request.operationId());
            assertThat(cancelled(running)).hasMessageContaining("cancelled");
        }
    }

    @Test
    void aResultThatIsLeftEarlyIsNotReadOn() {
        try (Client client = Client.connect(server.url());
                Client observer = Client.connect(server.url())) {
            try (QueryResult result = client.query("SELECT number /* fire-cancel-2 */ FROM system.numbers")) {
                assertThat(result.nextBlock()).isNotNull();
            }
            DeadlineTest.awaitNone(observer, "fire-cancel-2");
            assertThat(client.query("SELECT 1").rows()).hasSize(1);
        }
    }

    @Test
    void aStatementInASessionIsCancelledThoughItLocksTheSession() throws Exception {
        Session session = Session.create();
        try (Transport transport = Transports.open(server.url());
                Client observer = Client.connect(server.url())) {
            transport.command(Transports.request("SELECT 1", Map.of(), session, null, null));
            StatementRequest request = Transports.request(
                    "SELECT count() /* fire-cancel-3 */ FROM system.numbers WHERE NOT ignore(number)",
                    Map.of(),
                    session,
                    null,
                    null);
            CompletableFuture<QueryEvents> running = CompletableFuture.supplyAsync(() -> transport.query(request));
            awaitOne(observer, "fire-cancel-3");
            transport.cancel(request.operationId());
            assertThat(cancelled(running)).isNotNull();
            DeadlineTest.awaitNone(observer, "fire-cancel-3");
        }
    }

    @Test
    void aSessionInUseIsRefusedBeforeAnythingIsSent() {
        Session session = Session.create();
        try (Transport transport = Transports.open(server.url())) {
            StatementRequest first = Transports.request("SELECT * FROM system.numbers", Map.of(), session, null, null);
            StatementRequest second = Transports.request("SELECT 1", Map.of(), session, null, null);
            try (QueryEvents events = transport.query(first)) {
                events.next();
                assertThatThrownBy(() -> transport.command(second))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining(session.id());
            }
        }
    }

    @Test
    void aCancelThatOvertakesItsStatementStillEndsIt() throws Exception {
        try (Transport transport = Transports.open(server.url());
                Client observer = Client.connect(server.url())) {
            Random random = new Random(SEED);
            for (int i = 0; i < 60; i++) {
                StatementRequest request = Transports.request(
                        "SELECT count() /* fire-cancel-4 */ FROM system.numbers WHERE NOT ignore(number)");
                CompletableFuture<QueryEvents> running = CompletableFuture.supplyAsync(() -> transport.query(request));
                long at = System.nanoTime() + random.nextInt(3_000_000);
                while (System.nanoTime() < at || !transport.cancel(request.operationId())) {
                    // The limit of the test interrupts it, which a mere spin would not notice.
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                }
                assertThat(cancelled(running)).isNotNull();
            }
            DeadlineTest.awaitNone(observer, "fire-cancel-4");
        }
    }

    @Test
    void aNodeThatDoesNotKnowTheStatementYetIsAskedAgain() throws Exception {
        AtomicInteger unknown = new AtomicInteger(2);
        Reply nothing = Reply.text(200, "text/tab-separated-values", "");
        Reply stopped = Reply.text(200, "text/tab-separated-values", "waiting\tid\tdefault\tSELECT 1\n");
        try (FaultyServer node = FaultyServer.choosing(request -> {
                    if (!request.target().contains("param_id=")) {
                        return nothing.stallAt(0);
                    }
                    return unknown.getAndDecrement() > 0 ? nothing : stopped;
                });
                Transport transport = Transports.open(node.url())) {
            StatementRequest request =
                    Transports.withSettings("SELECT 1", Map.of("send_progress_in_http_headers", "0"));
            CompletableFuture<QueryEvents> running = CompletableFuture.supplyAsync(() -> transport.query(request));
            while (node.requests().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            assertThat(transport.cancel(request.operationId())).isTrue();
            cancelled(running);
            while (unknown.get() >= 0) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(node.requests()).hasSize(4);
        }
    }

    @Test
    void closingTheClientEndsWhatIsUnderWay() throws Exception {
        Client client = Client.connect(server.url());
        QueryResult result = client.query("SELECT number FROM system.numbers");
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> result.forEach(row -> {}));
        client.close();
        assertThat(cancelled(running)).hasMessageContaining("client was closed");
    }

    private static CancelledException cancelled(CompletableFuture<?> running) {
        ExecutionException failure =
                catchThrowableOfType(ExecutionException.class, () -> running.get(20, TimeUnit.SECONDS));
        assertThat(failure).isNotNull();
        assertThat(failure.getCause()).isInstanceOf(CancelledException.class);
        return (CancelledException) failure.getCause();
    }

    private static void awaitOne(Client observer, String mark) {
        String sql = "SELECT count() FROM system.processes WHERE query LIKE '%" + mark
                + "%' AND query NOT LIKE '%system.processes%'";
        while (!observer.command(sql).text().strip().equals("1")) {
            Thread.onSpinWait();
        }
    }
}
