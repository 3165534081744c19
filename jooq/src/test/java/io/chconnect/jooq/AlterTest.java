package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.*;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of tables, views and dictionaries that are there, made by the real engine. */
@DatabaseTest
class AlterTest {
    private static final Table<Record> D = table(name("d"));
    private static final Field<String> A = field(name("a"), ClickHouseTypes.STRING);

    private final TestDatabase.Scratch database;
    private final DSLContext dsl;

    AlterTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
    }

    @BeforeEach
    void tables() {
        database.run(
                "CREATE OR REPLACE TABLE d (id Int64, at DateTime DEFAULT '2000-01-01 00:00:00', a String,"
                        + " b String DEFAULT upper(a) COMMENT 'c' CODEC(ZSTD), k Int8 TTL at + interval 1 day,"
                        + " INDEX ix a TYPE minmax, PROJECTION p (SELECT a, count() GROUP BY a))"
                        + " ENGINE = MergeTree ORDER BY id TTL at + interval 1000 year",
                "INSERT INTO d (id, a) VALUES (1, 'x')");
    }

    private String create(String table) {
        return database.text(
                "SELECT create_table_query FROM system.tables WHERE database = currentDatabase() AND name = '" + table
                        + "'");
    }

    @Test
    void columnsAreThereOrNot() {
        AlterTable.of(D)
                .addColumnIfNotExists(Column.of("a", "UInt8"))
                .addColumnIfNotExists(Column.of("z", "UInt8"))
                .dropColumnIfExists("nothing")
                .execute(dsl);
        assertThat(create("d")).contains("`a` String", "`z` UInt8");
    }

    @Test
    void partsAreTakenFromColumns() {
        AlterTable.of(D).removeFromColumn("b", ColumnPart.COMMENT).execute(dsl);
        AlterTable.of(D).removeFromColumn("b", ColumnPart.CODEC).execute(dsl);
        AlterTable.of(D).removeFromColumn("k", ColumnPart.TTL).execute(dsl);
        assertThat(create("d")).contains("`b` String DEFAULT upper(a), `k` Int8, INDEX");
        AlterTable.of(D).removeFromColumn("b", ColumnPart.DEFAULT).execute(dsl);
        assertThat(create("d")).contains("`b` String, `k` Int8");
    }

    @Test
    void columnsAreClearedAndComputed() {
        DSLContext waiting = ClickHouseDSL.with(dsl, request -> request.setting("mutations_sync", 2));
        AlterTable.of(D)
                .modifyColumn(Column.of("b", "String").materialized(field("lower(a)")))
                .execute(dsl);
        AlterTable.of(D).materializeColumn("b").execute(waiting);
        assertThat(database.text("SELECT b FROM d")).isEqualTo("x");
        AlterTable.of(D).dropProjection("p").dropIndex("ix").execute(waiting);
        AlterTable.of(D).clearColumn("a").execute(waiting);
        assertThat(database.text("SELECT a FROM d")).isEmpty();
    }

    @Test
    void indexesAndProjectionsAreCleared() {
        DSLContext waiting = ClickHouseDSL.with(dsl, request -> request.setting("mutations_sync", 2));
        AlterTable.of(D).clearIndex("ix").clearProjection("p").execute(waiting);
        AlterTable.of(D)
                .addProjection("q", sql("(SELECT id, a ORDER BY a)"))
                .addAssume("known", field("id > 0", Boolean.class))
                .execute(dsl);
        assertThat(create("d"))
                .contains("INDEX ix a", "PROJECTION p", "PROJECTION q (SELECT id, a ORDER BY a)")
                .contains("CONSTRAINT known ASSUME id > 0");
        assertThat(database.text("SELECT count() FROM system.projection_parts WHERE database = currentDatabase()"
                        + " AND table = 'd' AND active AND name = 'p'"))
                .isEqualTo("0");
    }

    @Test
    void lifetimesAreRemovedAndApplied() {
        DSLContext waiting = ClickHouseDSL.with(dsl, request -> request.setting("mutations_sync", 2));
        AlterTable.of(D).removeTtl().execute(dsl);
        assertThat(create("d")).doesNotContain("toIntervalYear(1000)");
        DSLContext lazy = ClickHouseDSL.with(dsl, request -> request.setting("materialize_ttl_after_modify", 0));
        AlterTable.of(D).modifyTtl(field("at + interval 1 day")).execute(lazy);
        AlterTable.of(D).materializeTtl().execute(waiting);
        assertThat(database.text("SELECT count() FROM d")).isEqualTo("0");
    }

    @Test
    void newColumnsJoinTheOrder() {
        AlterTable.of(D)
                .addColumn(Column.of("z", "UInt8"))
                .modifyOrderBy(field(name("id")), field(name("z")))
                .execute(dsl);
        assertThat(create("d")).contains("ORDER BY (id, z)");
    }

    @Test
    void samplesAreTakenByAnotherKey() {
        database.run(
                "CREATE OR REPLACE TABLE sampled (id UInt32, n UInt32) ENGINE = MergeTree ORDER BY (id, n) SAMPLE BY id");
        Table<Record> sampled = table(name("sampled"));
        AlterTable.of(sampled).modifySampleBy(field(name("sampled", "n"))).execute(dsl);
        assertThat(create("sampled")).contains("SAMPLE BY n");
        AlterTable.of(sampled).removeSampleBy().execute(dsl);
        assertThat(create("sampled")).doesNotContain("SAMPLE BY");
    }

    @Test
    void databasesAreTold() {
        dsl.execute(Databases.comment(database.name(), "it's \\ new"));
        assertThat(database.text("SELECT comment FROM system.databases WHERE name = currentDatabase()"))
                .isEqualTo("it's \\ new");
    }

    @Test
    void viewsAndDictionariesAreAltered() {
        database.run(
                "DROP TABLE IF EXISTS m",
                "DROP TABLE IF EXISTS r",
                "CREATE OR REPLACE TABLE tgt (a String) ENGINE = Memory",
                "CREATE MATERIALIZED VIEW m TO tgt AS SELECT a FROM d",
                "CREATE MATERIALIZED VIEW r REFRESH EVERY 1 DAY TO tgt EMPTY AS SELECT a FROM d",
                "CREATE OR REPLACE DICTIONARY dict (id UInt64, v String) PRIMARY KEY id"
                        + " SOURCE(CLICKHOUSE(QUERY 'SELECT 1 AS id, ''w'' AS v')) LAYOUT(FLAT()) LIFETIME(0)");
        AlterTable.of(table(name("m")))
                .modifyQuery(select(upper(A).concat("!").as("a")).from(D))
                .execute(dsl);
        database.run("INSERT INTO d (id, a) VALUES (2, 'y')");
        assertThat(database.text("SELECT a FROM tgt")).isEqualTo("Y!");
        AlterTable.of(table(name("r"))).modifyRefresh("EVERY 2 DAY").execute(dsl);
        assertThat(create("r")).contains("REFRESH EVERY 2 DAY");
        dsl.execute(Maintenance.refreshView(table(name("r"))));
        AlterTable.of(table(name("dict"))).comment("it's").execute(dsl);
        assertThat(create("dict")).endsWith("COMMENT 'it\\'s'");
        dsl.execute(Maintenance.reloadDictionary(table(name(database.name(), "dict"))));
        assertThat(dsl.select(ClickHouse.dictGet(
                                database.name() + ".dict",
                                "v",
                                ClickHouseTypes.STRING,
                                inline(java.math.BigInteger.ONE, ClickHouseTypes.UINT64)))
                        .fetchSingle()
                        .value1())
                .isEqualTo("w");
        database.run("DROP TABLE r", "DROP TABLE m");
    }

    @Test
    void aScheduleIsWrittenRight() {
        assertThatThrownBy(() -> AlterTable.of(D).modifyRefresh("NOW; DROP"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NOW; DROP");
    }
}
