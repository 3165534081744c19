package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.*;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.jdbc.ClickHouseDataSource;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.BatchBindStep;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.TableImpl;
import org.jooq.impl.TableRecordImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How jOOQ's own ways to run statements go to the server. */
@DatabaseTest
class ExecutionTest {
    private static final Field<BigInteger> NUMBER = field(name("number"), ClickHouseTypes.UINT64);
    private static final Field<Integer> ID = field(name("id"), ClickHouseTypes.INT32);
    private static final Field<String> W = field(name("w"), ClickHouseTypes.STRING);
    private static final int ROWS = 20_000;

    private final TestDatabase.Scratch database;
    private final DSLContext dsl;
    private final Rows rows = new Rows();

    /** The table. */
    private static final class Rows extends TableImpl<Row> {
        private static final long serialVersionUID = 1L;

        Rows() {
            super(name("rows"));
            createField(name("id"), ClickHouseTypes.INT32, this);
            createField(name("w"), ClickHouseTypes.STRING, this);
        }

        @Override
        public Class<Row> getRecordType() {
            return Row.class;
        }
    }

    /** A row of it. */
    public static final class Row extends TableRecordImpl<Row> {
        private static final long serialVersionUID = 1L;

        /** An empty one. */
        public Row() {
            super(new Rows());
        }

        private Row(int id) {
            this();
            set(ID, id);
            set(W, "it's " + id);
        }
    }

    ExecutionTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
    }

    @BeforeEach
    void tables() {
        database.run("CREATE OR REPLACE TABLE rows (id Int32, w String) ENGINE = MergeTree ORDER BY id");
    }

    /** How many inserts there were, if nothing was merged. */
    private void isThereOf(int parts) {
        assertThat(dsl.select(count(), countDistinct(W), sum(ID))
                        .from(rows)
                        .fetchSingle()
                        .intoArray())
                .containsExactly(ROWS, ROWS, BigDecimal.valueOf(ROWS * (ROWS - 1L) / 2));
        assertThat(
                        database.text(
                                "SELECT count() FROM system.parts WHERE database = currentDatabase() AND table = 'rows' AND active"))
                .isEqualTo(String.valueOf(parts));
    }

    @Test
    void aLazyFetchMayBeLeftEarly() {
        try (Cursor<Record1<BigInteger>> cursor =
                dsl.select(NUMBER).from("system.numbers").fetchLazy()) {
            for (int i = 0; i < 100_000; i++) {
                assertThat(cursor.fetchNext().value1()).isEqualTo(BigInteger.valueOf(i));
            }
        }
        try (Stream<Record1<BigInteger>> stream =
                dsl.select(NUMBER).from("system.numbers").fetchStream()) {
            assertThat(stream.limit(10)
                            .mapToLong(row -> row.value1().longValue())
                            .sum())
                    .isEqualTo(45);
        }
    }

    @Test
    void aBatchOfValuesIsOneInsert() {
        BatchBindStep batch = dsl.batch(insertInto(rows, ID, W).values((Integer) null, null));
        for (int i = 0; i < ROWS; i++) {
            batch = batch.bind(i, "it's " + i);
        }
        assertThat(IntStream.of(batch.execute()).sum()).isEqualTo(ROWS);
        isThereOf(1);
    }

    @Test
    void aBatchOfRecordsIsOneInsert() {
        dsl.batchInsert(IntStream.range(0, ROWS).mapToObj(Row::new).toList()).execute();
        isThereOf(1);
    }

    @Test
    void batchesOfStatementsRunInOrder() {
        dsl.batch(
                        insertInto(rows, ID, W).values(1, "a"),
                        insertInto(rows, ID, W).values(2, "b"),
                        truncate(rows),
                        insertInto(rows, ID, W).values(3, "c"))
                .execute();
        assertThat(dsl.fetchValues(select(ID).from(rows))).containsExactly(3);
    }

    @Test
    void theLoaderInsertsInBatches() throws Exception {
        var loader = dsl.loadInto(rows)
                .batchAfter(ROWS)
                .loadArrays(IntStream.range(0, ROWS).mapToObj(i -> new Object[] {i, "w" + i}))
                .fields(ID, W)
                .execute();
        assertThat(loader.errors()).isEmpty();
        isThereOf(1);
    }

    @Test
    void settingsAndQueryIdsAreOfTheContext() {
        DSLContext with = ClickHouseDSL.withQueryId(
                ClickHouseDSL.with(dsl, request -> request.setting("max_block_size", 7)), database.name() + "_fetch");
        Record row = with.select(field("getSetting('max_block_size')"), field("queryID()"))
                .fetchSingle();
        assertThat(row.get(0, Long.class)).isEqualTo(7);
        assertThat(row.get(1)).isEqualTo(database.name() + "_fetch");
        DSLContext both = ClickHouseDSL.with(with, request -> request.setting("max_threads", 3));
        assertThat(both.fetchValue(field("getSetting('max_block_size') * getSetting('max_threads')", Long.class)))
                .isEqualTo(21);
    }

    @Test
    void timeLimitsAreOfTheQueryOrOfTheContext() {
        assertThatThrownBy(() -> dsl.select(field("sleepEachRow(1)"))
                        .from("numbers(100)")
                        .option("SETTINGS function_sleep_max_microseconds_per_block = 0, max_block_size = 1")
                        .queryTimeout(1)
                        .fetch())
                .isInstanceOf(DataAccessException.class)
                .hasCauseInstanceOf(SQLTimeoutException.class);
        DSLContext hurried = ClickHouseDSL.with(dsl, request -> request.timeout(Duration.ofMillis(200)));
        assertThatThrownBy(() -> hurried.select(field("sleep(3)")).fetch())
                .isInstanceOf(DataAccessException.class)
                .hasCauseInstanceOf(SQLTimeoutException.class);
    }

    @Test
    void connectionsAndDataSourcesDo(ClickHouseServer server) throws Exception {
        String hostile = "it's \\ {x:String} ?";
        try (var source = new ClickHouseDataSource("jdbc:chconnect:" + server.url());
                var connection = source.getConnection()) {
            assertThat(ClickHouseDSL.using(source).fetchValue(val(hostile))).isEqualTo(hostile);
            assertThat(ClickHouseDSL.using(connection).fetchValue(val(hostile))).isEqualTo(hostile);
            assertThat(ClickHouseDSL.using(connection).fetchValue(inline(hostile)))
                    .isEqualTo(hostile);
        }
    }
}
