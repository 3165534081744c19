package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.Transport;
import io.chconnect.error.ConnectionException;
import io.chconnect.testkit.fault.Fault;
import io.chconnect.testkit.fault.FaultProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many threads query, insert, cancel and leave results early through a network that breaks, against a real server. No
 * result is shortened, every insert is accounted for, and no deadline is exceeded by more than a second, apart from
 * the time in which the machine did not let the threads run.
 */
class StormTest {
    private static final long SEED = 20_260_705;
    private static final int CONNECTIONS = 48;
    /** The first head of a connection goes up whole, or {@link StormEngine} had to start the server all the time. */
    private static final int HEAD_BYTES = 2_000;

    private static final Duration CALM = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void nothingIsLostInHalfAMinute() throws Exception {
        storm(16, Duration.ofSeconds(20));
    }

    @Test
    @Tag("soak")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void nothingIsLostInTenMinutes() throws Exception {
        storm(64, Duration.ofMinutes(10));
    }

    private void storm(int threads, Duration length) throws Exception {
        StormLedger ledger = new StormLedger();
        StormReport report = new StormReport();
        try (StormEngine engine = new StormEngine(directory.resolve("data"));
                FaultProxy proxy = FaultProxy.start(engine.port());
                Client observer = Client.connect(engine.url())) {
            observer.command("CREATE DATABASE storm ENGINE = Atomic");
            observer.command("CREATE TABLE storm.t (batch Int64, row Int64) ENGINE = MergeTree ORDER BY (batch, row)"
                    + " SETTINGS non_replicated_deduplication_window = 100000, parts_to_throw_insert = 100000,"
                    + " parts_to_delay_insert = 100000");
            try (Transport transport = Transports.open(proxy.url() + "?max_connections=" + CONNECTIONS
                    + "&retry_pause=0.01&connect_timeout=2&socket_timeout=3&pool_timeout=5")) {
                proxy.faults(StormTest::fault);
                rage(transport, ledger, report, threads, length);
                proxy.faults(connection -> Fault.NONE);
                System.out.println("storm of " + threads + " threads and " + length + ": " + report + ledger
                        + "; connections " + proxy.connections() + "; the server ended "
                        + engine.ends().size() + " times " + engine.ends());
                awaitCalm(observer);
                // Those that were made with a fault still have it.
                proxy.dropConnections();
                poolIsWhole(transport);
            }
            assertThat(report.wrong()).as("wrong").isEmpty();
            assertThat(ledger.differences(observer, "storm.t")).as("inserts").isEmpty();
            assertThat(report.late()).as("more than a second late").isEmpty();
            assertThat(ledger.count(StormLedger.Fate.ALL)).as("inserts stored").isGreaterThan(length.toSeconds());
        }
    }

    private static void rage(Transport transport, StormLedger ledger, StormReport report, int threads, Duration length)
            throws Exception {
        long end = System.nanoTime() + length.toNanos();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        ScheduledExecutorService interrupters = Executors.newScheduledThreadPool(2);
        try (MachineTime machine = new MachineTime()) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                StormOperations operations =
                        new StormOperations(transport, ledger, report, interrupters, machine, SEED + thread);
                running.add(workers.submit(() -> {
                    while (System.nanoTime() < end) {
                        operations.next();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get(length.plusSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            workers.shutdownNow();
            interrupters.shutdownNow();
        }
    }

    /** What happens to a connection: half of them are good; the others break somewhere. */
    private static Fault fault(int connection) {
        Random random = new Random(SEED + connection);
        Fault.Kind kind = switch (random.nextInt(12)) {
            case 0, 1 -> Fault.Kind.CUT;
            case 2, 3 -> Fault.Kind.RESET;
            case 4 -> Fault.Kind.STALL;
            default -> Fault.Kind.NONE;
        };
        long bytes = (long) Math.exp(random.nextDouble() * Math.log(2_000_000));
        return random.nextBoolean() ? Fault.down(kind, bytes) : Fault.up(kind, HEAD_BYTES + random.nextInt(100_000));
    }

    /** What was left, cancelled or given up does not run on. */
    private static void awaitCalm(Client observer) {
        long patience = System.nanoTime() + CALM.toNanos();
        String running = running(observer);
        while (!running.isEmpty() && System.nanoTime() < patience) {
            running = running(observer);
        }
        assertThat(running).as("statements that run on").isEmpty();
    }

    private static String running(Client observer) {
        try {
            return observer.command("SELECT query_id, elapsed, is_cancelled, query FROM system.processes"
                            + " WHERE query NOT LIKE '%system.processes%' AND query NOT LIKE '%sleepEachRow(1)%'")
                    .text()
                    .strip();
        } catch (ConnectionException e) {
            return "the server, which the storm has just ended: " + e.getMessage();
        }
    }

    private static void poolIsWhole(Transport transport) {
        List<QueryEvents> open = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            open.add(transport.query(Transports.request("SELECT number FROM numbers(1000000)")));
        }
        open.forEach(events -> assertThat(Transports.rows(events)).isEqualTo(1_000_000));
    }
}
