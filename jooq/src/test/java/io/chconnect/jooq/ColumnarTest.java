package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.*;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Summary;
import io.chconnect.codec.Block;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.TimeoutException;
import io.chconnect.jdbc.ClientDataSource;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.EnumConverter;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks of columns past JDBC. */
@DatabaseTest
class ColumnarTest {
    private static final String STRUCTURE =
            " (`i``d \"\\\\` UInt64, at DateTime64(9, 'UTC'), n Nullable(Decimal(20, 3)),"
                    + " tags Array(LowCardinality(String)), day Enum8('MONDAY' = 1, 'TUESDAY' = 2), m Map(String, UInt8),"
                    + " name String DEFAULT 'none') ENGINE = Memory";

    /** The table. */
    static final class Things extends TableImpl<Record> {
        private static final long serialVersionUID = 1L;

        final TableField<Record, BigInteger> id = createField(name("i`d \"\\"), ClickHouseTypes.UINT64, this);
        final TableField<Record, Instant> at = createField(name("at"), ClickHouseTypes.dateTime64(9), this);
        final TableField<Record, BigDecimal> n =
                createField(name("n"), ClickHouseTypes.of("Nullable(Decimal(20, 3))", BigDecimal.class), this);

        @SuppressWarnings("rawtypes") // a class literal has no parameters
        final TableField<Record, List> tags =
                createField(name("tags"), ClickHouseTypes.of("Array(LowCardinality(String))", List.class), this);

        final TableField<Record, DayOfWeek> day = createField(
                name("day"),
                ClickHouseTypes.of("Enum8('MONDAY' = 1, 'TUESDAY' = 2)", String.class),
                this,
                "",
                new EnumConverter<>(String.class, DayOfWeek.class));

        @SuppressWarnings("rawtypes") // a class literal has no parameters
        final TableField<Record, Map> m =
                createField(name("m"), ClickHouseTypes.of("Map(String, UInt8)", Map.class), this);

        final TableField<Record, String> text = createField(name("name"), ClickHouseTypes.STRING, this);

        Things(String database) {
            super(name(database, "odd \"th`ings\\"));
        }
    }

    private final TestDatabase.Scratch database;
    private final DSLContext dsl;
    private final Things things;

    ColumnarTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
        this.things = new Things(database.name());
    }

    @BeforeEach
    void tables() {
        database.run("CREATE OR REPLACE TABLE `odd \"th\\`ings\\\\`" + STRUCTURE);
    }

    private Record thing(long id) {
        Record thing = dsl.newRecord(things);
        thing.set(things.id, BigInteger.valueOf(id));
        thing.set(things.at, Instant.ofEpochSecond(id, 5));
        thing.set(things.n, id % 2 == 0 ? null : BigDecimal.valueOf(id, 3));
        thing.set(things.tags, List.of("it's", "t" + id));
        thing.set(things.day, DayOfWeek.TUESDAY);
        thing.set(things.m, Map.of("k", (short) 255));
        return thing;
    }

    @Test
    void recordsAreInsertedAndComeBack() {
        Summary summary = Columnar.insert(dsl, things, List.of(thing(1), thing(2)));
        assertThat(summary.writtenRows()).isEqualTo(2);
        List<Record> read =
                new ArrayList<>(dsl.selectFrom(things).orderBy(things.id).fetch());
        assertThat(read).hasSize(2);
        assertThat(read.get(0).get(things.at)).isEqualTo(Instant.ofEpochSecond(1, 5));
        assertThat(read.get(0).get(things.n)).isEqualTo(new BigDecimal("0.001"));
        assertThat(read.get(1).get(things.n)).isNull();
        assertThat((Object) read.get(0).get(things.tags)).isEqualTo(List.of("it's", "t1"));
        assertThat(read.get(0).get(things.day)).isEqualTo(DayOfWeek.TUESDAY);
        assertThat((Object) read.get(0).get(things.m)).isEqualTo(Map.of("k", (short) 255));
        assertThat(read.get(0).get(things.text)).isEqualTo("none");

        read.forEach(record -> record.touched(true));
        Columnar.insert(dsl, things, read);
        assertThat(dsl.fetchCount(things)).isEqualTo(4);
    }

    @Test
    void moreRecordsThanABlockHoldsAreInserted() {
        int rows = 300_000;
        List<Field<?>> fields = List.of(things.id, things.text);
        Summary summary = Columnar.insert(
                dsl,
                things,
                fields,
                LongStream.range(0, rows)
                        .<List<?>>mapToObj(i -> List.of(i, "x" + i))
                        .toList());
        assertThat(summary.writtenRows()).isEqualTo(rows);
        var row = dsl.select(count(), sum(things.id), countDistinct(things.text))
                .from(things)
                .fetchSingle();
        assertThat(row.value1()).isEqualTo(rows);
        assertThat(row.value2()).isEqualByComparingTo(BigDecimal.valueOf(rows * (rows - 1L) / 2));
        assertThat(row.value3()).isEqualTo(rows);
    }

    @Test
    void recordsWithDifferentValuesAreRefused() {
        Record more = thing(2);
        more.set(things.text, "lost");
        assertThatThrownBy(() -> Columnar.insert(dsl, things, List.of(thing(1), more)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Record 1 has 7 values where the first one has 6");
        Record less = dsl.newRecord(things);
        less.set(things.id, BigInteger.TWO);
        assertThatThrownBy(() -> Columnar.insert(dsl, things, List.of(thing(1), less)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Record 1 has no value for at");
        assertThatThrownBy(() -> Columnar.insert(dsl, things, List.of(dsl.newRecord(things))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no value that was set");
        assertThat(dsl.fetchCount(things)).isZero();
        assertThat(Columnar.insert(dsl, things, List.of()).writtenRows()).isZero();
    }

    @Test
    void aValueThatDoesNotFitIsAnError() {
        assertThatThrownBy(() -> Columnar.insert(dsl, things, List.of(things.id), List.of(List.of(1), List.of(-1))))
                .isInstanceOf(ClickHouseException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> Columnar.insert(dsl, things, List.of(things.day), List.of(Arrays.asList("SUNDAY"))))
                .isInstanceOf(ClickHouseException.class)
                .hasMessageContaining("SUNDAY");
    }

    @Test
    void queriesGiveBlocksOfColumns() {
        Table<Record> numbers = table("numbers(100000)");
        Field<BigInteger> number = field(name("number"), ClickHouseTypes.UINT64);
        long sum = 0;
        try (QueryResult result =
                Columnar.query(dsl, select(number).from(numbers).where(number.lt(BigInteger.valueOf(70_000))))) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                for (long value : block.column("number").asLongs()) {
                    sum += value;
                }
            }
        }
        assertThat(sum).isEqualTo(70_000L * 69_999 / 2);
    }

    @Test
    void hostileValuesAreWrittenIntoTheText() {
        String hostile = "a'b\\c ? {x:String} -- \n";
        try (QueryResult result = Columnar.query(
                dsl,
                select(
                        val(hostile).as("x"),
                        val(List.of("?", "\\"), ClickHouseTypes.of("Array(String)", List.class))
                                .as("y")))) {
            assertThat(result.rows().get(0)).isEqualTo(List.of(hostile, List.of("?", "\\")));
        }
    }

    @Test
    void settingsQueryIdsAndTimeLimitsHold() {
        DSLContext with = ClickHouseDSL.with(dsl, request -> request.setting("max_block_size", 7));
        DSLContext named = ClickHouseDSL.withQueryId(with, database.name() + "_columnar");
        try (QueryResult result = Columnar.query(named, select(field("getSetting('max_block_size')")))) {
            assertThat(result.queryId()).contains(database.name() + "_columnar");
            assertThat(result.rows().get(0).getLong(0)).isEqualTo(7);
        }
        assertThat(Columnar.insert(named, things, List.of(thing(1))).queryId()).contains(database.name() + "_columnar");
        DSLContext hurried = ClickHouseDSL.with(dsl, request -> request.timeout(Duration.ofMillis(200)));
        assertThatThrownBy(
                        () -> Columnar.query(hurried, select(field("sleep(3)"))).rows())
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void onlyContextsOnAClientAreTaken() throws Exception {
        try (var connection = new ClientDataSource(database.client()).getConnection()) {
            DSLContext other = ClickHouseDSL.using(connection);
            assertThatThrownBy(() -> Columnar.query(other, select(inline(1))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ClickHouseDSL.using(Client)");
        }
    }

    @Test
    void theEmbeddedEngineTakesTheSame() {
        try (Client client = Client.connect("chdb:memory")) {
            client.command("CREATE DATABASE IF NOT EXISTS " + database.name() + " ENGINE = Atomic");
            client.command("CREATE TABLE " + database.name() + ".`odd \"th\\`ings\\\\`" + STRUCTURE);
            DSLContext embedded = ClickHouseDSL.using(client);
            assertThat(Columnar.insert(embedded, things, List.of(thing(1), thing(2)))
                            .writtenRows())
                    .isEqualTo(2);
            try (QueryResult result =
                    Columnar.query(embedded, select(things.day).from(things))) {
                assertThat(result.rows()).isEqualTo(List.of(List.of("TUESDAY"), List.of("TUESDAY")));
            }
            client.command("DROP DATABASE " + database.name());
        }
    }
}
