package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.CancelledException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A thread that is interrupted while it waits for ClickHouse ends its statement. */
@ClickHouseServerTest
@ParameterizedClass
@ArgumentsSource(Carriers.class)
@Timeout(60)
class InterruptTest {
    private static final String ENDLESS = "SELECT count() FROM system.numbers WHERE NOT ignore(number)";

    @Parameter
    Carrier carrier;

    private Client client;

    @BeforeEach
    void open(ClickHouseServer server) {
        client = carrier.open(server, "interrupts");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aQueryIsCancelled() throws Exception {
        interrupted("interrupt-query", mark -> client.query(ENDLESS + " AND '" + mark + "' != ''"));
    }

    @Test
    void aCommandIsCancelled() throws Exception {
        interrupted("interrupt-command", mark -> client.command(ENDLESS + " AND '" + mark + "' != ''"));
    }

    @Test
    void aResultIsCancelledWhileItIsRead() throws Exception {
        interrupted("interrupt-result", mark -> {
            try (QueryResult result = client.query("SELECT number, '" + mark + "' AS mark FROM system.numbers"
                    + " WHERE number < 1000000 OR sleepEachRow(0.01) = 1 SETTINGS max_block_size = 1000")) {
                result.forEach(row -> {});
            }
        });
    }

    @Test
    void anInsertIsCancelled() throws Exception {
        client.command("CREATE TABLE slow (x UInt64, check UInt8 MATERIALIZED sleepEachRow(0.01)) ENGINE = Memory");
        interrupted("interrupt-insert", mark -> {
            Iterator<List<?>> rows =
                    Stream.<List<?>>generate(() -> List.of(1)).limit(250).iterator();
            client.insertContext(request -> request.table("slow").setting("log_comment", mark))
                    .insert((Iterable<List<?>>) () -> rows);
        });
    }

    private void interrupted(String mark, Consumer<String> call) throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                call.accept(mark);
                ended.complete(null);
            } catch (Throwable e) {
                ended.complete(e);
            } finally {
                flag.complete(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        while (running(mark) == 0 && !ended.isDone()) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        assertThat(ended.get(30, TimeUnit.SECONDS)).isInstanceOf(CancelledException.class);
        assertThat(flag.get(30, TimeUnit.SECONDS))
                .as("the thread stays interrupted")
                .isTrue();
        while (running(mark) > 0) {
            Thread.onSpinWait();
        }
        assertThat(client.query("SELECT 1").rows()).hasToString("[[1]]");
    }

    private long running(String mark) {
        return Long.parseLong(client.command("SELECT count() FROM system.processes WHERE (query LIKE '%" + mark
                        + "%' OR Settings['log_comment'] = '" + mark + "') AND query NOT LIKE '%system.processes%'")
                .text()
                .strip());
    }
}
