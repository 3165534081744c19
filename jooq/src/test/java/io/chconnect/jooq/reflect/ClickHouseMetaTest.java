package io.chconnect.jooq.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.chconnect.client.Client;
import io.chconnect.jooq.ClickHouseDSL;
import io.chconnect.jooq.ClickHouseTypes;
import io.chconnect.jooq.DatabaseTest;
import io.chconnect.jooq.TestDatabase;
import io.chconnect.jooq.reflect.ReflectedColumn.Kind;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Index;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jooq.exception.NoDataFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of a server. */
@DatabaseTest
class ClickHouseMetaTest {
    private static final List<String> STATEMENTS = List.of(
            "CREATE OR REPLACE TABLE m (id UInt64, at DateTime64(3, 'Asia/Tokyo') DEFAULT now64(3) COMMENT 'when',"
                    + " tags Array(LowCardinality(String)) CODEC(ZSTD(3)), n Nullable(Decimal(76, 5)), raw String EPHEMERAL,"
                    + " INDEX ix tags TYPE bloom_filter(0.01) GRANULARITY 2, CONSTRAINT k CHECK id > 0)"
                    + " ENGINE = ReplacingMergeTree(at) PARTITION BY toYYYYMM(at) ORDER BY (id, at) PRIMARY KEY id"
                    + " SETTINGS index_granularity = 100 COMMENT 'it''s m'",
            "CREATE OR REPLACE VIEW v AS SELECT id FROM m",
            "DROP TABLE IF EXISTS mv",
            "CREATE MATERIALIZED VIEW mv ENGINE = Memory AS SELECT id, at FROM m",
            "CREATE OR REPLACE DICTIONARY d (id UInt64, w String DEFAULT 'none') PRIMARY KEY id"
                    + " SOURCE(CLICKHOUSE(TABLE 'm' PASSWORD 'secret')) LAYOUT(FLAT()) LIFETIME(MIN 1 MAX 2)");

    private final TestDatabase.Scratch database;
    private final DSLContext dsl;
    private final ClickHouseMeta meta;

    ClickHouseMetaTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
        this.meta = ClickHouseMeta.of(dsl);
    }

    @BeforeEach
    void tables() {
        STATEMENTS.forEach(database::run);
    }

    @Test
    void databasesHaveEngines() {
        assertThat(meta.databases()).contains(new ReflectedDatabase(database.name(), "Atomic", ""));
        assertThat(meta.hasDatabase(database.name())).isTrue();
        assertThat(meta.hasDatabase("no such")).isFalse();
    }

    @Test
    void tablesViewsAndDictionariesAreFound() {
        assertThat(meta.tables(database.name()))
                .extracting(ReflectedTable::name, ReflectedTable::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("d", ReflectedTable.Kind.DICTIONARY),
                        org.assertj.core.groups.Tuple.tuple("m", ReflectedTable.Kind.TABLE),
                        org.assertj.core.groups.Tuple.tuple("mv", ReflectedTable.Kind.MATERIALIZED_VIEW),
                        org.assertj.core.groups.Tuple.tuple("v", ReflectedTable.Kind.VIEW));
        assertThat(meta.hasTable(database.name(), "v")).isTrue();
        assertThat(meta.hasTable(database.name(), "no such")).isFalse();
        assertThatThrownBy(() -> meta.table(database.name(), "no such"))
                .isInstanceOf(NoDataFoundException.class)
                .hasMessageContaining(database.name() + ".no such");
    }

    @Test
    void aTableHasItsClauses() {
        ReflectedTable m = meta.table(database.name(), "m");
        assertThat(m.comment()).isEqualTo("it's m");
        assertThat(m.storage())
                .isEqualTo(new ReflectedStorage(
                        "ReplacingMergeTree",
                        List.of("at"),
                        "(id, at)",
                        "id",
                        "toYYYYMM(at)",
                        "",
                        "",
                        Map.of("index_granularity", "100")));
        assertThat(m.indexes()).containsExactly(new ReflectedIndex("ix", "tags", "bloom_filter(0.01)", 2));
        assertThat(m.constraints()).containsExactly(new ReflectedConstraint("k", false, "id > 0"));
        assertThat(m.columns())
                .extracting(ReflectedColumn::name, column -> column.type().name(), ReflectedColumn::kind)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("at", "DateTime64(3, 'Asia/Tokyo')", Kind.DEFAULT),
                        org.assertj.core.groups.Tuple.tuple("tags", "Array(LowCardinality(String))", Kind.PLAIN),
                        org.assertj.core.groups.Tuple.tuple("raw", "String", Kind.EPHEMERAL));
        assertThat(m.columns().get(1).expression()).isEqualTo("now64(3)");
        assertThat(m.columns().get(1).comment()).isEqualTo("when");
        assertThat(m.columns().get(2).codecs()).containsExactly("ZSTD(3)");
    }

    @Test
    void aTableIsMadeAgainElsewhereWithChanges() {
        database.run("DROP TABLE IF EXISTS copy");
        Table<?> copy = table(name(database.name(), "copy"));
        meta.table(database.name(), "m")
                .createTable(copy)
                .ifNotExists()
                .orderBy(field(name("at")))
                .primaryKey()
                .setting("index_granularity", 5)
                .execute(dsl);
        ReflectedTable made = meta.table(database.name(), "copy");
        assertThat(made.columns()).isEqualTo(meta.table(database.name(), "m").columns());
        assertThat(made.storage().orderBy()).isEqualTo("at");
        assertThat(made.storage().settings()).isEqualTo(Map.of("index_granularity", "5"));
        database.run("DROP TABLE copy");
    }

    @Test
    void aHiddenSecretIsNotMadeAgain() {
        ReflectedTable d = meta.table(database.name(), "d");
        assertThat(d.dictionary()).isNotNull();
        assertThat(d.dictionary().lifetimeTo()).isEqualTo(2);
        assertThat(d.dictionary().attributes().get(1).defaultValue()).isEqualTo("'none'");
        assertThatThrownBy(d::create)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secret")
                .hasMessageContaining(database.name() + ".d");
        assertThatThrownBy(() -> d.createTable(table(name("x"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is no table but a DICTIONARY");
    }

    @Test
    void everyTableOfTheServersOwnIsRead() {
        assertThat(meta.tables("system")).hasSizeGreaterThan(100);
        assertThat(meta.tables("information_schema")).isNotEmpty();
    }

    @Test
    void jooqsOwnMetaHasExactTypesKeysAndComments() {
        Schema schema = dsl.meta().getSchemas(name(database.name())).get(0);
        assertThat(schema.getTables()).extracting(Table::getName).containsExactly("d", "m", "mv", "v");
        Table<?> m = dsl.meta().getTables(name(database.name(), "m")).get(0);
        assertThat(m.getComment()).isEqualTo("it's m");
        assertThat(m.fields()).extracting(f -> f.getName()).containsExactly("id", "at", "tags", "n");
        assertThat(m.field("at").getDataType().getCastTypeName(dsl.configuration()))
                .isEqualTo("DateTime64(3, 'Asia/Tokyo')");
        assertThat(m.field("at").getComment()).isEqualTo("when");
        assertThat(m.field("n").getDataType().nullable()).isTrue();
        assertThat(m.field("id").getType()).isEqualTo(ClickHouseTypes.UINT64.getType());
        assertThat(m.getIndexes()).extracting(Index::getName).containsExactly("ix", "order_by", "primary_key");
        assertThat(schema.getTable("v").getTableType()).isEqualTo(TableType.VIEW);
        assertThat(schema.getTable("mv").getTableType()).isEqualTo(TableType.MATERIALIZED_VIEW);
        database.run("INSERT INTO m (id, tags, n) VALUES (7, ['a'], 1.5)");
        assertThat(dsl.selectFrom(m).fetchSingle().get("tags")).isEqualTo(List.of("a"));
        DSLContext other = ClickHouseDSL.with(dsl, request -> request.setting("max_threads", 1));
        assertThat(other.meta().getTables(name(database.name(), "m"))).hasSize(1);
    }

    @Test
    void theEmbeddedEngineIsRead() {
        try (Client client = Client.connect("chdb:memory")) {
            client.command("CREATE DATABASE IF NOT EXISTS " + database.name() + " ENGINE = Atomic");
            DSLContext embedded = ClickHouseDSL.using(client);
            STATEMENTS.forEach(statement -> embedded.execute(statement.replaceAll(
                    "(TABLE|VIEW|DICTIONARY|EXISTS|FROM) (mv?|v|d)\\b", "$1 " + database.name() + ".$2")));
            assertThat(ClickHouseMeta.of(embedded).table(database.name(), "m"))
                    .usingRecursiveComparison()
                    .ignoringFields("statement")
                    .isEqualTo(meta.table(database.name(), "m"));
            client.command("DROP DATABASE " + database.name());
        }
    }
}
