package io.chconnect.jooq.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.jooq.ClickHouseDSL;
import io.chconnect.jooq.DatabaseTest;
import io.chconnect.jooq.TestDatabase;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is reflected is made again, and the server then shows the same statement. */
@DatabaseTest
class RoundTripTest {
    private final TestDatabase.Scratch database;
    private final DSLContext dsl;

    RoundTripTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
        database.run(
                "CREATE TABLE IF NOT EXISTS src (id Int64, name LowCardinality(String), day Date, v Int64)"
                        + " ENGINE = MergeTree ORDER BY id",
                "CREATE TABLE IF NOT EXISTS tgt (id Int64) ENGINE = MergeTree ORDER BY ()");
    }

    static List<String> statements() {
        return List.of(
                "TABLE x (id Int64, at DateTime('UTC') DEFAULT now() COMMENT 'it''s \\\\ \\n', name LowCardinality(String)"
                        + " DEFAULT 'a,(b' CODEC(ZSTD(3)), day Date MATERIALIZED toDate(at), twice Int64 ALIAS id * 2,"
                        + " raw String EPHEMERAL, raw2 UInt8 EPHEMERAL 5, gone Int64 CODEC(Delta, LZ4) TTL at + interval 1 day,"
                        + " st Int32 STATISTICS(tdigest, uniq), w String SETTINGS (max_compress_block_size = 1000),"
                        + " `od``d \"n\\\\x ?{0}:y` String, INDEX ix lower(name) TYPE bloom_filter(0.01) GRANULARITY 4,"
                        + " INDEX i2 (id, day) TYPE minmax, INDEX i3 name TYPE set(100) GRANULARITY 2,"
                        + " PROJECTION p (SELECT name, count() GROUP BY name), PROJECTION p2 (SELECT * ORDER BY name),"
                        + " CONSTRAINT positive CHECK id > 0, CONSTRAINT known ASSUME id < 100000)"
                        + " ENGINE = MergeTree PARTITION BY toYYYYMM(at) PRIMARY KEY (toYYYYMM(at), intHash32(id))"
                        + " ORDER BY (toYYYYMM(at), intHash32(id), id) SAMPLE BY intHash32(id)"
                        + " TTL at + interval 1 year DELETE WHERE id > 5, at + interval 2 month TO VOLUME 'default',"
                        + " at + interval 2 year RECOMPRESS CODEC(ZSTD(9)),"
                        + " at + interval 3 year GROUP BY toYYYYMM(at), intHash32(id) SET gone = max(gone)"
                        + " SETTINGS index_granularity = 1024, min_bytes_for_wide_part = 0, storage_policy = 'default'"
                        + " COMMENT 'all ''of'' it ?'",
                "TABLE x (a Array(Tuple(x UInt8, `y z` Map(String, Nullable(Decimal(10, 2))))), j JSON(a UInt8, SKIP b),"
                        + " e Enum8('a' = 1, 'b,)' = 2), f AggregateFunction(quantiles(0.5, 0.9), Float64),"
                        + " s SimpleAggregateFunction(sum, UInt64), v Variant(String, UInt64), d Dynamic(max_types = 3),"
                        + " p Point, i IPv6, u UUID, t Time64(6), z DateTime64(9, 'Asia/Tokyo'), b BFloat16) ENGINE = Memory",
                "TABLE x (id UInt8, n Nested(a UInt8, b String), ver UInt64, del UInt8)"
                        + " ENGINE = ReplacingMergeTree(ver, del) ORDER BY tuple()",
                "TABLE x (id UInt8, a UInt8, b UInt8) ENGINE = SummingMergeTree((a, b)) ORDER BY id",
                "TABLE x (id UInt8, s Int8, v UInt8) ENGINE = VersionedCollapsingMergeTree(s, v) ORDER BY (id, v)",
                "TABLE x (id UInt64, b UInt8) ENGINE = MergeTree ORDER BY (id DESC, b) SETTINGS allow_experimental_reverse_key = 1",
                "TABLE x (id UInt64 PRIMARY KEY, c UInt8 NULL) ENGINE = MergeTree",
                "TABLE x AS tgt ENGINE = Buffer(currentDatabase(), tgt, 16, 10, 100, 10000, 1000000, 10000000, 100000000)",
                "TABLE x (id UInt8, s String) ENGINE = Join(ANY, LEFT, id) SETTINGS join_use_nulls = 1",
                "TABLE x (id UInt8) ENGINE = Set",
                "TABLE x (id UInt8) ENGINE = Log COMMENT 'l'",
                "TABLE x (id UInt8) ENGINE = File(CSV)",
                "TABLE x (id UInt8) ENGINE = URL('http://h/x?a=b', CSV)",
                "TABLE x ENGINE = Merge(currentDatabase(), '^tgt')",
                "TABLE x (id UInt64) ENGINE = Null",
                "TABLE x AS numbers(10)",
                "VIEW x AS SELECT id, name FROM src WHERE name != 'it''s'",
                "VIEW x (a Int64, b String COMMENT 'bc') SQL SECURITY INVOKER AS SELECT id AS a, name AS b FROM src COMMENT 'cm'",
                "VIEW x SQL SECURITY NONE AS WITH y AS (SELECT 1 AS a) SELECT * FROM y",
                "VIEW x DEFINER = default SQL SECURITY DEFINER AS SELECT id AS `a b` FROM src",
                "VIEW x AS SELECT id FROM src WHERE id = {p:Int64} AND name = '?'",
                "MATERIALIZED VIEW x ENGINE = SummingMergeTree PARTITION BY day ORDER BY id SETTINGS index_granularity = 100"
                        + " AS SELECT id, day, sum(v) AS g FROM src GROUP BY id, day COMMENT 'q'",
                "MATERIALIZED VIEW x ENGINE = Memory AS SELECT id FROM src",
                "MATERIALIZED VIEW x TO tgt AS SELECT id FROM src",
                "MATERIALIZED VIEW x TO tgt (id Int64) AS SELECT id FROM src",
                "MATERIALIZED VIEW x REFRESH EVERY 1 HOUR OFFSET 5 MINUTE RANDOMIZE FOR 10 SECOND SETTINGS refresh_retries = 3"
                        + " APPEND TO tgt EMPTY AS SELECT id FROM src",
                "MATERIALIZED VIEW x REFRESH AFTER 1 DAY ENGINE = MergeTree ORDER BY id EMPTY AS SELECT id FROM src",
                "DICTIONARY x (id UInt64, parent UInt64 DEFAULT 0 HIERARCHICAL, name String DEFAULT 'no''ne' EXPRESSION upper(name),"
                        + " v Nullable(Float64) INJECTIVE) PRIMARY KEY id SOURCE(CLICKHOUSE(QUERY"
                        + " 'SELECT 1 AS id, 0 AS parent, ''a?'' AS name, 1. AS v')) LAYOUT(HASHED(SHARDS 2 PREALLOCATE 1))"
                        + " LIFETIME(MIN 1 MAX 10) SETTINGS(format_csv_allow_single_quotes = 1) COMMENT 'dc'",
                "DICTIONARY x (k String, k2 UInt8, s Date, e Date, v String) PRIMARY KEY k, k2"
                        + " SOURCE(CLICKHOUSE(TABLE 'zz' DB 'x')) LAYOUT(COMPLEX_KEY_RANGE_HASHED(range_lookup_strategy 'max'))"
                        + " RANGE(MIN s MAX e) LIFETIME(300)",
                "DICTIONARY x (id UInt64, v String) PRIMARY KEY id SOURCE(HTTP(url 'http://127.0.0.1/x' format 'TSV'"
                        + " headers(header(name 'a' value 'b')))) LAYOUT(FLAT()) LIFETIME(0)");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void theSameIsMadeAgain(String statement) {
        String drop = "DROP " + (statement.startsWith("DICTIONARY") ? "DICTIONARY" : "TABLE") + " IF EXISTS x SYNC";
        database.run("CREATE " + statement);
        try {
            String before = database.text("SHOW CREATE x");
            ReflectedTable reflected = ClickHouseMeta.of(dsl).table(database.name(), "x");
            database.run(drop);
            dsl.execute(reflected.create());
            assertThat(database.text("SHOW CREATE x")).isEqualTo(before);
            assertThat(ClickHouseMeta.of(dsl).table(database.name(), "x")).isEqualTo(reflected);
        } finally {
            database.run(drop);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atomic", "Memory", "Atomic COMMENT 'it''s \\\\ a \\n b'"})
    void databasesAreMadeAgain(String engine) {
        String name = database.name() + " o`d\"d \\";
        String quoted = "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
        database.run("CREATE DATABASE " + quoted + " ENGINE = " + engine);
        try {
            String before = database.text("SHOW CREATE DATABASE " + quoted);
            ReflectedDatabase reflected = ClickHouseMeta.of(dsl).databases().stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            database.run("DROP DATABASE " + quoted);
            dsl.execute(reflected.create());
            assertThat(database.text("SHOW CREATE DATABASE " + quoted)).isEqualTo(before);
        } finally {
            database.run("DROP DATABASE IF EXISTS " + quoted);
        }
    }
}
