package io.chconnect.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.config.ConnectionUrl;
import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.client.transport.CommandOutcome;
import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.client.transport.Transport;
import io.chconnect.codec.Block;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every transport does with statements, blocks and errors. */
public abstract class TransportContract extends TransportFixture {
    /** For the tests of a transport. */
    protected TransportContract() {}

    @Test
    void anAnswerIsAHeaderThenBlocksThenAnEnd() {
        List<QueryEvent> events = new ArrayList<>();
        try (QueryEvents answer = transport().query(request("SELECT number FROM numbers(200000)"))) {
            do {
                events.add(answer.next());
            } while (!(events.get(events.size() - 1) instanceof QueryEvent.End));
        }
        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        QueryEvent.Header.class,
                        header -> assertThat(header.zone()).isEqualTo(ZoneId.of("UTC")));
        long sum = 0;
        int dataBlocks = 0;
        for (QueryEvent event : events.subList(1, events.size() - 1)) {
            for (long value : ((QueryEvent.Data) event).block().column("number").asLongs()) {
                sum += value;
            }
            dataBlocks++;
        }
        assertThat(sum).isEqualTo(200_000L * 199_999 / 2);
        assertThat(dataBlocks).isGreaterThan(1);
    }

    @Test
    void anEmptyAnswerHasNoRows() {
        assertThat(blocks(request("SELECT number FROM numbers(10) WHERE number > 100")))
                .allSatisfy(block -> assertThat(block.rowCount()).isZero());
    }

    @Test
    void statementsOfEveryKindAnswerInBlocks() {
        String table = table("described");

        assertThat(blocks(request("DESCRIBE TABLE " + table)).get(0).column("name"))
                .satisfies(
                        names -> assertThat(List.of(names.get(0), names.get(1))).isEqualTo(List.of("id", "name")));
        assertThat(value(request("SHOW TABLES FROM " + database() + " LIKE 'described'")))
                .isEqualTo("described");
        assertThat(value(request("EXISTS TABLE " + table))).isEqualTo((short) 1);
    }

    @Test
    void theZoneOfADateTimeIsInItsType() {
        List<Block> blocks = blocks(request("SELECT toDateTime(0, 'Asia/Tokyo') AS t"));

        assertThat(blocks.get(0).column("t").type().name()).isEqualTo("DateTime('Asia/Tokyo')");
    }

    @Test
    void theZoneOfAStatementIsInItsHeader() {
        try (QueryEvents answer = transport()
                .query(request("SELECT toDateTime(0) AS t", Map.of("session_timezone", "Asia/Tokyo"), Map.of()))) {
            assertThat(((QueryEvent.Header) answer.next()).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        }
    }

    @Test
    void commandsAnswerWithText() {
        CommandOutcome outcome = transport().command(request("SELECT 1, 'gr\u00fcn'"));

        assertThat(outcome.text()).isEqualTo("1\tgr\u00fcn\n");
        assertThat(command("CREATE DATABASE IF NOT EXISTS " + database())).isEmpty();
    }

    @Test
    void anErrorBeforeTheAnswerIsThrown() {
        assertThatThrownBy(() -> blocks(request("SELECT * FROM " + database() + ".nowhere")))
                .isInstanceOfSatisfying(ServerException.class, e -> {
                    assertThat(e.code()).isEqualTo(60);
                    assertThat(e.name()).isEqualTo("UNKNOWN_TABLE");
                });
        assertThatThrownBy(() -> command("SELEC 1"))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(62));
        assertThat(command("SELECT 1")).isEqualTo("1");
    }

    @Test
    void anErrorInTheMiddleIsThrownInsteadOfAnEnd() {
        String sql = "SELECT throwIf(number = 500000) FROM numbers(1000000) SETTINGS max_threads = 1";

        assertThatThrownBy(() -> blocks(request(sql)))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(395));
    }

    @Test
    void parametersAreBound() {
        Map<String, String> parameters = Map.of("text", "\u20ac\\t'", "number", "18446744073709551615");

        assertThat(value(request("SELECT {text:String}", Map.of(), parameters))).isEqualTo("\u20ac\t'");
        assertThat(value(request("SELECT {number:UInt64}", Map.of(), parameters)))
                .isEqualTo(new BigInteger("18446744073709551615"));
    }

    @Test
    void settingsHoldForTheirStatementAlone() {
        String read = "SELECT getSetting('max_block_size')";
        String before = command(read);

        assertThat(transport()
                        .command(request(read, Map.of("max_block_size", "123"), Map.of()))
                        .text())
                .isEqualTo("123\n");
        assertThat(command(read)).isEqualTo(before);
        assertThatThrownBy(() -> transport().command(request("SELECT 1", Map.of("no_such_setting", "1"), Map.of())))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(115));
    }

    @Test
    void insertsTakeBlockAfterBlock() {
        String table = table("inserted");
        Iterator<Block> blocks =
                List.of(rows(0, 1000), rows(1000, 1), rows(1001, 65_409)).iterator();

        StatementSummary summary =
                transport().insert(request("INSERT INTO " + table), () -> blocks.hasNext() ? blocks.next() : null);

        assertThat(summary.writtenRows()).isEqualTo(66_410);
        assertThat(command("SELECT count(), sum(id), countIf(name = concat('name ', toString(id))) FROM " + table))
                .isEqualTo("66410\t" + 66_410L * 66_409 / 2 + "\t66410");
    }

    @Test
    void aFailingSourceEndsTheInsertAndComesOutUnchanged() {
        String table = table("stopped");
        IllegalStateException failure = new IllegalStateException("no more rows");
        BlockSupplier failing = () -> {
            throw failure;
        };

        assertThatThrownBy(() -> transport().insert(request("INSERT INTO " + table), failing))
                .isSameAs(failure);
        assertThat(command("SELECT count() FROM " + table)).isEqualTo("0");
    }

    @Test
    void aRefusedInsertIsAServerException() {
        Iterator<Block> blocks = List.of(rows(0, 10)).iterator();

        assertThatThrownBy(() -> transport()
                        .insert(
                                request("INSERT INTO " + database() + ".nowhere"),
                                () -> blocks.hasNext() ? blocks.next() : null))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(60));
    }

    @Test
    void statementsRunSideBySide() throws Exception {
        // Each waits in the middle of its answer for all the others.
        CyclicBarrier middle = new CyclicBarrier(4);
        Map<Integer, Long> rows = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            running.add(TransportEndsContract.inBackground(() -> {
                try (QueryEvents answer = transport().query(request("SELECT number FROM numbers(300000)"))) {
                    answer.next();
                    answer.next();
                    middle.await(30, TimeUnit.SECONDS);
                    rows.put(
                            number,
                            blocks(answer).stream().mapToLong(Block::rowCount).sum());
                }
            }));
        }
        for (CompletableFuture<Void> one : running) {
            one.get(60, TimeUnit.SECONDS);
        }
        assertThat(rows).hasSize(4);
        assertThat(rows.values()).allMatch(count -> count > 0).containsOnly(rows.get(0));
    }

    @Test
    void aClosedTransportRefuses() {
        Transport second = open(ConnectionUrl.parse(url()));
        second.ping(LONG);

        second.close();

        assertThatThrownBy(() -> second.command(request("SELECT 1"))).isInstanceOf(ClickHouseException.class);
        transport().ping(LONG);
    }
}
