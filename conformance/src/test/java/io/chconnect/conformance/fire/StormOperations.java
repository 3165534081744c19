package io.chconnect.conformance.fire;

import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.Transport;
import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import io.chconnect.types.DataTypes;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What one thread of a storm does: an operation after the other, by lot. Each checks what it gets. For one thread. */
final class StormOperations {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int THROWN = 395;

    private final Transport transport;
    private final StormLedger ledger;
    private final StormReport report;
    private final ScheduledExecutorService interrupters;
    private final MachineTime machine;
    private final Random random;

    StormOperations(
            Transport transport,
            StormLedger ledger,
            StormReport report,
            ScheduledExecutorService interrupters,
            MachineTime machine,
            long seed) {
        this.transport = transport;
        this.ledger = ledger;
        this.report = report;
        this.interrupters = interrupters;
        this.machine = machine;
        this.random = new Random(seed);
    }

    void next() {
        switch (random.nextInt(12)) {
            case 0, 1 -> measured("query", PATIENCE, this::query);
            case 2 -> measured("late error", PATIENCE, this::lateError);
            case 3 -> measured("left early", PATIENCE, this::leaveEarly);
            case 4 -> measured("closed elsewhere", PATIENCE, this::closeFromElsewhere);
            case 5 -> measured("cancelled", PATIENCE, this::cancel);
            case 6, 7 -> measured("deadline", Duration.ofMillis(50 + random.nextInt(450)), this::expire);
            case 8 ->
                measured("insert of blocks", PATIENCE, limit -> insert(limit, 1 + random.nextInt(4), false, false));
            case 9 -> measured("cancelled insert", PATIENCE, limit -> insert(limit, 1, random.nextBoolean(), true));
            default -> measured("insert", PATIENCE, limit -> insert(limit, 1, random.nextBoolean(), false));
        }
    }

    private interface Operation {
        void run(Duration deadline);
    }

    private void measured(String what, Duration deadline, Operation operation) {
        MachineTime.Moment before = machine.now();
        long start = System.nanoTime();
        Throwable failure = null;
        try {
            operation.run(deadline);
        } catch (ClickHouseException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            report.wrong(what + ": " + e);
            failure = e;
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        Duration waiting = machine.takenSince(before);
        report.done(what, failure, taken.minus(deadline));
        if (taken.minus(waiting).compareTo(deadline.plusSeconds(1)) > 0) {
            report.late(what + " with a deadline of " + deadline + " took " + taken + ", of which the machine took "
                    + waiting + ": " + failure);
        }
    }

    private void query(Duration deadline) {
        int count = random.nextInt(20_000);
        long sum = 0;
        long rows = 0;
        try (QueryEvents events = transport.query(
                request("SELECT number, toString(number) AS s FROM numbers(" + count + ")", deadline, Map.of()))) {
            for (QueryEvent event = events.next(); !(event instanceof QueryEvent.End); event = events.next()) {
                if (event instanceof QueryEvent.Data data) {
                    for (long number : data.block().column("number").asLongs()) {
                        sum += number;
                        rows++;
                    }
                }
            }
        }
        if (rows != count || sum != (long) count * (count - 1) / 2) {
            throw new AssertionError("a result of " + count + " rows had " + rows + " of sum " + sum);
        }
    }

    private void lateError(Duration deadline) {
        int at = random.nextInt(60_000);
        try (QueryEvents events = transport.query(request(
                "SELECT throwIf(number = " + at + ") FROM numbers(70000) SETTINGS max_block_size = 1000",
                deadline,
                Map.of()))) {
            Transports.rows(events);
        } catch (ServerException e) {
            if (e.code() != THROWN) {
                throw e;
            }
            return;
        }
        throw new AssertionError("an error in the middle of a result was not seen");
    }

    private void leaveEarly(Duration deadline) {
        try (QueryEvents events = transport.query(request(endless(), deadline, Map.of()))) {
            int blocks = random.nextInt(3);
            for (int i = 0; i <= blocks; i++) {
                events.next();
            }
        }
    }

    private void closeFromElsewhere(Duration deadline) {
        QueryEvents events = transport.query(request(endless(), deadline, Map.of()));
        var closing = interrupters.schedule(events::close, random.nextInt(50), TimeUnit.MILLISECONDS);
        try {
            Transports.rows(events);
        } finally {
            closing.cancel(false);
        }
        throw new AssertionError("an endless result ended");
    }

    private void cancel(Duration deadline) {
        StatementRequest request = request(
                random.nextBoolean()
                        ? endless()
                        : "SELECT sleepEachRow(0.1) FROM numbers(200) SETTINGS max_block_size = 1",
                deadline,
                Map.of());
        var cancelling = interrupters.schedule(
                () -> transport.cancel(request.operationId()), random.nextInt(100), TimeUnit.MILLISECONDS);
        try (QueryEvents events = transport.query(request)) {
            Transports.rows(events);
        } finally {
            cancelling.cancel(false);
        }
        throw new AssertionError("an endless statement ended");
    }

    private void expire(Duration deadline) {
        try (QueryEvents events = transport.query(
                request("SELECT sleepEachRow(0.1) FROM numbers(40) SETTINGS max_block_size = 1", deadline, Map.of()))) {
            Transports.rows(events);
        }
        throw new AssertionError("a statement of four seconds ended within " + deadline);
    }

    private void insert(Duration deadline, int blocks, boolean token, boolean cancels) {
        long batch = ledger.nextBatch();
        int rows = 1 + random.nextInt(500);
        Iterator<Block> source = IntStream.range(0, blocks)
                .mapToObj(i -> block(batch, i * rows, rows))
                .iterator();
        Map<String, String> settings =
                token ? Map.of("insert_deduplication_token", UUID.randomUUID().toString()) : Map.of();
        StatementRequest request = request("INSERT INTO storm.t (batch, row)", deadline, settings);
        var cancelling = cancels
                ? interrupters.schedule(
                        () -> transport.cancel(request.operationId()), random.nextInt(20), TimeUnit.MILLISECONDS)
                : null;
        try {
            transport.insert(request, () -> source.hasNext() ? source.next() : null);
            ledger.note(batch, blocks * rows, StormLedger.Fate.ALL);
        } catch (ClickHouseException e) {
            ledger.note(batch, blocks * rows, fate(e, blocks, token));
            throw e;
        } finally {
            if (cancelling != null) {
                cancelling.cancel(false);
            }
        }
    }

    private static StormLedger.Fate fate(ClickHouseException e, int blocks, boolean token) {
        StormLedger.Fate unknown = blocks == 1 ? StormLedger.Fate.ALL_OR_NONE : StormLedger.Fate.ANY;
        return switch (e.outcome()) {
            case NOT_SENT -> StormLedger.Fate.NONE;
            case REJECTED -> blocks == 1 && !token ? StormLedger.Fate.NONE : unknown;
            case UNKNOWN -> unknown;
            case NOT_APPLICABLE -> throw new AssertionError("the fate of an insert is always of interest", e);
        };
    }

    private static Block block(long batch, int first, int rows) {
        ColumnFactory factory = new ColumnFactory(ZoneOffset.UTC);
        long[] batches = new long[rows];
        long[] numbers = new long[rows];
        for (int i = 0; i < rows; i++) {
            batches[i] = batch;
            numbers[i] = (long) first + i;
        }
        return new Block(
                List.of("batch", "row"),
                List.of(
                        factory.column(DataTypes.parse("Int64"), batches),
                        factory.column(DataTypes.parse("Int64"), numbers)));
    }

    private static String endless() {
        return "SELECT number FROM system.numbers";
    }

    private static StatementRequest request(String sql, Duration deadline, Map<String, String> settings) {
        return Transports.request(sql, settings, null, deadline, null);
    }
}
