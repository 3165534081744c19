package io.chconnect.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.TimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** How every transport ends statements before their time. The limit of a wait that must not last is the test's. */
public abstract class TransportEndsContract extends TransportFixture {
    /** For the tests of a transport. */
    protected TransportEndsContract() {}

    private static final String ENDLESS = "SELECT number FROM system.numbers";
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void anAnswerMayBeLeftEarly() {
        for (int i = 0; i < 20; i++) {
            try (QueryEvents answer = transport().query(request(ENDLESS))) {
                answer.next();
                assertThat(answer.next()).isInstanceOf(QueryEvent.Data.class);
            }
        }
        assertThat(command("SELECT 1")).isEqualTo("1");
    }

    @Test
    void blocksOutliveTheirAnswer() {
        QueryEvent.Data data;
        try (QueryEvents answer = transport().query(request(ENDLESS))) {
            answer.next();
            data = (QueryEvent.Data) answer.next();
        }
        assertThat(data.block().column(0).asLongs()[1000]).isEqualTo(1000);
    }

    @Test
    void closingEndsANextOfAnotherThread() throws Exception {
        String sql = "SELECT sipHash64(number) AS hash FROM system.numbers WHERE hash = 0 OR number = 0";
        QueryEvents answer = transport().query(request(sql, Map.of("max_block_size", "1000"), Map.of()));
        CompletableFuture<Void> reading = inBackground(() -> blocks(answer));

        answer.close();

        assertThatThrownBy(() -> reading.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(ClickHouseException.class);
    }

    @Test
    void cancelEndsAStatementOfAnotherThread() throws Exception {
        StatementRequest request = request(ENDLESS_WORK);
        CompletableFuture<Void> running = inBackground(() -> transport().command(request));
        while (!transport().cancel(request.operationId())) {
            assertThat(running).isNotDone();
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(CancelledException.class);
        assertThat(transport().cancel(request.operationId())).isFalse();
    }

    @Test
    void aCancelledStatementStopsWorking() throws Exception {
        String sql = "SELECT sum(sipHash64(number)) AS cancelled_work FROM system.numbers";
        StatementRequest request = request(sql);
        CompletableFuture<Void> running = inBackground(() -> transport().command(request));
        awaitText(running("cancelled_work"), "1");

        transport().cancel(request.operationId());

        assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        awaitText(running("cancelled_work"), "0");
    }

    @Test
    void theLimitOfAWaitHolds() {
        assertThatThrownBy(() -> transport().command(limited(ENDLESS_WORK, SHORT, null)))
                .isInstanceOfSatisfying(
                        TimeoutException.class, e -> assertThat(e.limit()).isEqualTo(SHORT));
        assertThat(command("SELECT 1")).isEqualTo("1");
    }

    @Test
    void theDeadlineOfAStatementHolds() {
        assertThatThrownBy(() -> transport().command(limited(ENDLESS_WORK, LONG, SHORT)))
                .isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> blocks(limited(ENDLESS, LONG, SHORT))).isInstanceOf(TimeoutException.class);
        assertThat(command("SELECT 1")).isEqualTo("1");
    }

    private static String running(String word) {
        return "SELECT count() FROM system.processes WHERE query LIKE '%" + word
                + "%' AND query NOT LIKE '%system.processes%'";
    }

    private void awaitText(String sql, String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!command(sql).equals(text) && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(command(sql)).isEqualTo(text);
    }

    static CompletableFuture<Void> inBackground(Executable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                work.execute();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
