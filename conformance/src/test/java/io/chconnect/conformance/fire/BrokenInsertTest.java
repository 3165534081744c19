package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.testkit.fault.Fault;
import io.chconnect.testkit.fault.FaultProxy;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.DataTypes;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Inserts that break: nothing is half stored in silence, and the true cause is shown. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BrokenInsertTest {
    private static final String TABLE = "fire_insert.t";
    private final Client client;

    BrokenInsertTest(ClickHouseServer server) {
        this.client = Client.connect(server.url());
    }

    @BeforeEach
    void createTable() {
        client.command("CREATE DATABASE IF NOT EXISTS fire_insert ENGINE Atomic");
        client.command("CREATE OR REPLACE TABLE " + TABLE + " (id Int64, CONSTRAINT small CHECK id < 1000000000) "
                + "ENGINE MergeTree ORDER BY id");
    }

    @AfterEach
    void close() {
        client.command("DROP DATABASE fire_insert SYNC");
        client.close();
    }

    @Test
    void aMakerOfBlocksThatFailsStopsTheInsertAndNothingIsStored() {
        Iterator<Block> blocks = blocks(i -> {
            if (i == 3) {
                throw new IllegalStateException("the source of the rows is gone");
            }
            return block(i * 1000L, 1000);
        });
        assertThatThrownBy(() -> client.insertBlocks(TABLE, blocks))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the source of the rows is gone");
        assertThat(rowsOnceTheServerIsDone()).isZero();
        assertThat(client.ping()).isTrue();
    }

    @Test
    void aServerThatRefusesInTheMiddleIsHeard() {
        Iterator<Block> blocks = blocks(i -> i < 20 ? block(i * 100_000L, 100_000) : block(2_000_000_000L, 100_000));
        ServerException failure = catchThrowableOfType(ServerException.class, () -> client.insertBlocks(TABLE, blocks));
        assertThat(failure.code()).isEqualTo(469);
        assertThat(failure.name()).isEqualTo("VIOLATED_CONSTRAINT");
        assertThat(client.ping()).isTrue();
    }

    /** On a server of its own: the engine of 26.7.2 may end when a connection is reset inside an insert. */
    @Test
    void aConnectionThatBreaksInTheMiddleLeavesTheOutcomeUnknownAndIsNotRepeated() {
        try (ClickHouseServer frail = ClickHouseServer.start();
                FaultProxy proxy = FaultProxy.start(frail.httpPort());
                Client direct = Client.connect(frail.url());
                Client behind = Client.connect(proxy.url())) {
            direct.command("CREATE TABLE t (id Int64) ENGINE MergeTree ORDER BY id");
            proxy.faults(connection -> Fault.up(Fault.Kind.RESET, 100_000));
            Iterator<Block> blocks = blocks(i -> block(i * 100_000L, 100_000));
            ClickHouseException failure =
                    catchThrowableOfType(ClickHouseException.class, () -> behind.insertBlocks("t", blocks));
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.UNKNOWN);
            assertThat(failure.retryable()).isFalse();
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    private long rowsOnceTheServerIsDone() {
        while (count("SELECT count() FROM system.processes WHERE query LIKE 'INSERT INTO%fire_insert%'") > 0) {
            Thread.onSpinWait();
        }
        return count("SELECT count() FROM " + TABLE);
    }

    private long count(String sql) {
        return Long.parseLong(client.command(sql).text().strip());
    }

    private static Iterator<Block> blocks(IntFunction<Block> maker) {
        return IntStream.iterate(0, i -> i + 1).limit(100).mapToObj(maker).iterator();
    }

    private static Block block(long first, int count) {
        long[] ids = new long[count];
        for (int i = 0; i < count; i++) {
            ids[i] = first + i;
        }
        return new Block(
                List.of("id"), List.of(new ColumnFactory(ZoneOffset.UTC).column(DataTypes.parse("Int64"), ids)));
    }
}
