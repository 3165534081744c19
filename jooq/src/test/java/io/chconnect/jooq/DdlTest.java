package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.*;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Databases, tables, views and dictionaries, made by the real engine, or parsed by it where it has no Keeper; {@link
 * OldestOnClusterTest} runs most of those.
 */
@DatabaseTest
class DdlTest {
    private static final Table<Record> D = table(name("d"));
    private static final Field<Long> ID = field(name("d", "id"), ClickHouseTypes.INT64);
    private static final Field<Byte> SIGN = field(name("sign"), ClickHouseTypes.INT8);
    private static final Field<Long> VERSION = field(name("version"), ClickHouseTypes.INT64);

    private final TestDatabase.Scratch database;
    private final DSLContext dsl;

    DdlTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
    }

    private String showCreate(String table) {
        return database.text(
                "SELECT create_table_query FROM system.tables WHERE database = currentDatabase() AND name = '" + table
                        + "'");
    }

    private void parses(Query statement) {
        assertThat(database.text("EXPLAIN AST " + dsl.render(statement))).isNotBlank();
    }

    private CreateTable start() {
        return CreateTable.of(D)
                .orReplace()
                .column(Column.of("id", ClickHouseTypes.INT64))
                .column(Column.of("at", ClickHouseTypes.DATETIME));
    }

    @Test
    void aTableHasEveryClause() {
        start().column(Column.of("name", "LowCardinality(String)")
                        .defaultValue(inline("it's"))
                        .comment("a \\ 'name'")
                        .codec("ZSTD(3)"))
                .column(Column.of("day", "Date").materialized(field("toDate(at)")))
                .column(Column.of("twice", "Int64").alias(field("id * 2")))
                .column(Column.of("raw", "String").ephemeral())
                .column(Column.of("gone", "Int64").codec("Delta", "LZ4").ttl(field("at + interval 1 day")))
                .index("ix", field("lower(name)"), "bloom_filter(0.01)", 4)
                .projection("p", ClickHouse.select(field(name("name")), count()).groupBy(field(name("name"))))
                .check("positive", condition("id > 0"))
                .setting("index_granularity", 1024)
                .comment("all of it")
                .ttl(field("at + interval 1 year"))
                .sampleBy(field("intHash32(id)"))
                .primaryKey(field("toYYYYMM(at)"), field("intHash32(id)"))
                .orderBy(field("toYYYYMM(at)"), field("intHash32(id)"), ID)
                .partitionBy(field("toYYYYMM(at)"))
                .engine(TableEngine.mergeTree())
                .execute(dsl);
        assertThat(showCreate("d"))
                .contains("`name` LowCardinality(String) DEFAULT 'it\\'s' COMMENT 'a \\\\ \\'name\\'' CODEC(ZSTD(3))")
                .contains("`day` Date MATERIALIZED toDate(at)")
                .contains("`twice` Int64 ALIAS id * 2")
                .contains("`raw` String EPHEMERAL")
                .contains("`gone` Int64 CODEC(Delta(8), LZ4) TTL at + toIntervalDay(1)")
                .contains("INDEX ix lower(name) TYPE bloom_filter(0.01) GRANULARITY 4")
                .contains("PROJECTION p (SELECT name, count(*) GROUP BY name)")
                .contains("CONSTRAINT positive CHECK (id > 0)")
                .contains(
                        "PARTITION BY toYYYYMM(at) PRIMARY KEY (toYYYYMM(at), intHash32(id)) ORDER BY (toYYYYMM(at), intHash32(id), id)")
                .contains("SAMPLE BY intHash32(id) TTL at + toIntervalYear(1) SETTINGS index_granularity = 1024")
                .endsWith("COMMENT 'all of it'");
    }

    static List<TableEngine> engines() {
        return List.of(
                TableEngine.memory(),
                TableEngine.of("Log"),
                TableEngine.of("StripeLog"),
                TableEngine.of("TinyLog"),
                TableEngine.of("Null"),
                TableEngine.of("Set"),
                TableEngine.of("File", "CSV"),
                TableEngine.merge("system", "^one$"),
                TableEngine.mergeTree(),
                TableEngine.summingMergeTree(),
                TableEngine.summingMergeTree(field(name("n"))),
                TableEngine.aggregatingMergeTree(),
                TableEngine.replacingMergeTree(),
                TableEngine.replacingMergeTree(VERSION),
                TableEngine.replacingMergeTree(VERSION, field(name("deleted"))),
                TableEngine.collapsingMergeTree(SIGN),
                TableEngine.versionedCollapsingMergeTree(SIGN, VERSION));
    }

    private static CreateTable of(TableEngine engine) {
        CreateTable create = CreateTable.of(D)
                .orReplace()
                .column(Column.of("id", "Int64"))
                .column(Column.of("n", "Int64"))
                .column(Column.of("sign", "Int8"))
                .column(Column.of("version", "UInt64"))
                .column(Column.of("deleted", "UInt8"))
                .engine(engine);
        return engine.isMergeTree() ? create.orderBy(ID) : create;
    }

    @ParameterizedTest
    @MethodSource("engines")
    void everyEngineIsMade(TableEngine engine) {
        of(engine).execute(dsl);
        assertThat(database.text("SELECT engine FROM system.tables WHERE database = currentDatabase() AND name = 'd'"))
                .isEqualTo(engine.name());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void replicatedAndSharedEnginesAreParsed(TableEngine engine) {
        if (!engine.isMergeTree()) {
            assertThatThrownBy(engine::replicated).isInstanceOf(IllegalStateException.class);
            return;
        }
        parses(of(engine.replicated()).onCluster("c").query());
        parses(of(engine.replicated("/tables/{shard}/t", "{replica}")).query());
        parses(of(engine.shared()).query());
        assertThat(dsl.render(of(engine.replicated("/p", "r")).query()))
                .contains("engine = Replicated" + engine.name() + "('/p', 'r'");
    }

    @Test
    void databasesThatNeedMoreAreParsed() {
        parses(Databases.createReplicated("x", "/clickhouse/x"));
        parses(Databases.create("x", TableEngine.of("Ordinary"), "c"));
        parses(Databases.create("x", TableEngine.of("Lazy", 5)));
    }

    @Test
    void tablesReadDictionaries() {
        CreateDictionary.of(table(name("dict3")))
                .orReplace()
                .attribute("id", ClickHouseTypes.UINT64)
                .attribute("n", ClickHouseTypes.INT64)
                .primaryKey("id")
                .source("CLICKHOUSE", Map.of("query", "SELECT 1 AS id, 2 AS n"))
                .layout("FLAT")
                .lifetime(0, 0)
                .execute(dsl);
        CreateTable.of(table(name("entries")))
                .orReplace()
                .column(Column.of("id", "UInt64"))
                .column(Column.of("n", "Int64"))
                .engine(TableEngine.of("Dictionary", database.name() + ".dict3"))
                .execute(dsl);
        assertThat(database.text("SELECT n FROM entries")).isEqualTo("2");
        database.run("DROP TABLE entries");
    }

    @Test
    void databasesHaveEngines() {
        String name = database.name() + "_ddl";
        dsl.execute(Databases.create(name, TableEngine.of("Atomic")));
        assertThat(database.text("SELECT engine FROM system.databases WHERE name = '" + name + "'"))
                .isEqualTo("Atomic");
        dsl.execute(Databases.drop(name));
        assertThat(database.text("EXISTS DATABASE " + name)).isEqualTo("0");
    }

    @Test
    void tablesAreAltered() {
        start().column(Column.of("x", "Int64"))
                .engine(TableEngine.mergeTree())
                .orderBy(ID)
                .execute(dsl);
        AlterTable.of(D)
                .addColumn(Column.of("a", "String"))
                .addColumnFirst(Column.of("b", "String"))
                .addColumnAfter(Column.of("c", "Nullable(Int8)").comment("new"), "id")
                .execute(dsl);
        AlterTable.of(D)
                .modifyColumn(Column.of("x", "Int128").codec("ZSTD"))
                .commentColumn("a", "it's")
                .execute(dsl);
        AlterTable.of(D)
                .addIndex("ix", field(name("a")), "minmax", 1)
                .addProjection("p", ClickHouse.select(field(name("a")), count()).groupBy(field(name("a"))))
                .addCheck("k", condition("id > 0"))
                .execute(dsl);
        AlterTable.of(D).materializeIndex("ix").materializeProjection("p").execute(dsl);
        AlterTable.of(D).modifyTtl(field("at + interval 1 day")).execute(dsl);
        AlterTable.of(D).modifySetting("max_parts_to_merge_at_once", 50).execute(dsl);
        AlterTable.of(D).comment("altered").execute(dsl);
        AlterTable.of(D).renameColumn("b", "bb").execute(dsl);
        assertThat(showCreate("d"))
                .contains("`bb` String, `id` Int64, `c` Nullable(Int8) COMMENT 'new'")
                .contains("`x` Int128 CODEC(ZSTD(1))")
                .contains("`a` String COMMENT 'it\\'s'")
                .contains("INDEX ix a TYPE minmax GRANULARITY 1")
                .contains("PROJECTION p")
                .contains("CONSTRAINT k CHECK (id > 0)")
                .contains("TTL at + toIntervalDay(1)")
                .contains("max_parts_to_merge_at_once = 50")
                .endsWith("COMMENT 'altered'");
        AlterTable.of(D).dropIndex("ix").dropProjection("p").dropConstraint("k").execute(dsl);
        AlterTable.of(D).resetSetting("max_parts_to_merge_at_once").execute(dsl);
        AlterTable.of(D).dropColumn("bb").execute(dsl);
        assertThat(showCreate("d")).doesNotContain("INDEX", "PROJECTION", "CONSTRAINT", "`bb`", "max_parts");
        parses(AlterTable.of(D).onCluster("c").dropColumn("x").query());
    }

    @Test
    void viewsAreMade() {
        start().engine(TableEngine.mergeTree()).orderBy(ID).execute(dsl);
        database.run(
                "DROP TABLE IF EXISTS v",
                "DROP TABLE IF EXISTS mv",
                "DROP TABLE IF EXISTS mv2",
                "DROP TABLE IF EXISTS rv",
                "DROP TABLE IF EXISTS target");
        CreateTable.of(table(name("target")))
                .column(Column.of("id", "Int64"))
                .engine(TableEngine.memory())
                .execute(dsl);
        CreateView.of(table(name("v")), dsl.select(ID).from(D).where(ID.gt(1L)))
                .comment("it's")
                .execute(dsl);
        CreateView.materialized(table(name("mv")), dsl.select(ID).from(D))
                .to(table(name("target")))
                .execute(dsl);
        CreateView.materialized(
                        table(name("mv2")),
                        dsl.select(ID, count().as("c")).from(D).groupBy(ID))
                .engine(TableEngine.summingMergeTree(), field(name("id")))
                .populate()
                .execute(dsl);
        CreateView.materialized(table(name("rv")), dsl.select(ID).from(D))
                .refresh("EVERY 1 DAY OFFSET 5 HOUR")
                .engine(TableEngine.memory())
                .execute(dsl);
        database.run("INSERT INTO d (id, at) VALUES (1, 0), (2, 0)");
        assertThat(database.text("SELECT count() FROM v")).isEqualTo("1");
        assertThat(database.text("SELECT count() FROM mv")).isEqualTo("2");
        assertThat(database.text("SELECT sum(c) FROM mv2")).isEqualTo("2");
        assertThat(showCreate("rv")).contains("REFRESH EVERY 1 DAY OFFSET 5 HOUR");
        assertThat(showCreate("v")).contains("COMMENT 'it\\'s'");
        parses(CreateView.materialized(table(name("x")), dsl.select(ID).from(D))
                .refresh("AFTER 5 MINUTE")
                .append()
                .to(D)
                .onCluster("c")
                .query());
    }

    @Test
    void dictionariesAreMadeAndDropped() {
        Table<Record> dict = table(name("dict2"));
        dsl.execute(Databases.dropDictionary(dict));
        CreateDictionary.of(dict)
                .attribute("id", ClickHouseTypes.UINT64)
                .attribute("w", ClickHouseTypes.STRING)
                .primaryKey("id")
                .source("CLICKHOUSE", Map.of("query", "SELECT 7 AS id, 'it''s' AS w"))
                .layout("HASHED")
                .lifetime(0, 300)
                .comment("a dictionary")
                .execute(dsl);
        assertThat(database.text("SELECT dictGet('" + database.name() + ".dict2', 'w', 7)"))
                .isEqualTo("it's");
        dsl.execute(Databases.dropDictionary(dict));
    }

    @Test
    void tablesAreFilledFromQueries() {
        CreateTable.of(D)
                .orReplace()
                .engine(TableEngine.mergeTree())
                .orderBy()
                .as(dsl.select(inline(1).as("x")))
                .execute(dsl);
        assertThat(database.text("SELECT x FROM d")).isEqualTo("1");
    }

    @Test
    void whatCannotBeIsRefusedWhenRendered() {
        List<Query> wrong = List.of(
                CreateTable.of(D).column(Column.of("id", "Int64")).query(),
                CreateTable.of(D)
                        .column(Column.of("id", "Int64"))
                        .engine(TableEngine.mergeTree())
                        .query(),
                CreateView.of(D, dsl.select(ID)).to(D).query(),
                CreateView.materialized(D, dsl.select(ID)).query(),
                CreateView.materialized(D, dsl.select(ID)).to(D).populate().query(),
                CreateView.materialized(D, dsl.select(ID)).to(D).append().query(),
                CreateDictionary.of(D).attribute("id", ClickHouseTypes.UINT64).query());
        for (Query query : wrong) {
            assertThatThrownBy(() -> query.getSQL(ParamType.INLINED)).isInstanceOf(Throwable.class);
            assertThatThrownBy(() -> dsl.render(query)).isInstanceOf(SQLDialectNotSupportedException.class);
        }
        assertThatThrownBy(() -> Column.of("a", "String").codec("LZ4); DROP TABLE x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        AlterTable.of(D).addIndex("a", ID, "minmax; DROP", 1).execute(dsl))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClickHouse.select().setting("a = 1, b", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
