package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.*;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.junit.jupiter.api.Test;

/** The clauses that ClickHouse alone has, run by it. */
@DatabaseTest
class ClausesTest {
    private static final Table<Record> R = table(name("r"));
    private static final Field<Integer> ID = field(name("r", "id"), ClickHouseTypes.INT32);
    private static final Field<String> G = field(name("r", "g"), ClickHouseTypes.STRING);
    private static final Field<Double> V = field(name("r", "v"), ClickHouseTypes.FLOAT64);
    private static final Field<?> TAGS = field(name("r", "tags"), ClickHouseTypes.of("Array(String)"));
    private static final Table<Record> Q = table(name("q"));
    private static final Field<Integer> QID = field(name("q", "id"), ClickHouseTypes.INT32);
    private static final Field<Integer> W = field(name("q", "w"), ClickHouseTypes.INT32);

    private final TestDatabase.Scratch database;
    private final DSLContext dsl;

    ClausesTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
        database.run(
                "CREATE OR REPLACE TABLE r (id Int32, g String, v Float64, tags Array(String), doc JSON, m Map(String, Int32),"
                        + " tp Tuple(a Int32)) ENGINE = ReplacingMergeTree ORDER BY (id, intHash32(id)) SAMPLE BY intHash32(id)"
                        + " SETTINGS enable_block_number_column = 1, enable_block_offset_column = 1",
                "INSERT INTO r VALUES (1, 'a', 1.5, ['x', 'y'], '{\"a\":{\"b c\":7}}', {'k': 5}, (8)), (2, 'a', 2.5, [], '{}', {}, (9)),"
                        + " (3, 'b', 4, ['z'], '{}', {}, (10))",
                "INSERT INTO r VALUES (3, 'b', 5, ['z'], '{}', {}, (10))",
                "CREATE OR REPLACE TABLE q (id Int32, w Int32) ENGINE = MergeTree ORDER BY id",
                "INSERT INTO q VALUES (1, 10), (1, 20), (4, 40)");
    }

    private String rows(ClickHouseSelect query) {
        return Trial.rows(query.fetch(dsl));
    }

    @Test
    void finalAndSampleComposeInAnyOrderAndWithAliases() {
        assertThat(rows(ClickHouse.select(count()).from(ClickHouse.asFinal(R)))).isEqualTo("3");
        assertThat(rows(ClickHouse.select(count()).from(ClickHouse.sample(ClickHouse.asFinal(R), 1))))
                .isEqualTo("3");
        assertThat(rows(ClickHouse.select(count()).from(ClickHouse.asFinal(ClickHouse.sample(R, 0.5, 0.5))))
                        .length())
                .isPositive();
        Table<Record> x = R.as("x");
        Field<Integer> id = x.field(ID) == null ? field(name("x", "id"), ClickHouseTypes.INT32) : x.field(ID);
        assertThat(Trial.rows(dsl.select(sum(id)).from(ClickHouse.asFinal(x)).fetch()))
                .isEqualTo("6");
        assertThat(Trial.rows(dsl.select(count()).from(ClickHouse.sample(x, 1)).fetch()))
                .isEqualTo("4");
    }

    @Test
    void prewhereAndWhereAddUpWhateverTheOrder() {
        assertThat(rows(ClickHouse.select(ID)
                        .where(V.gt(1.0))
                        .limit(5)
                        .orderBy(ID)
                        .prewhere(ID.gt(0))
                        .prewhere(ID.lt(3))
                        .where(G.eq("a"))
                        .from(ClickHouse.asFinal(R))))
                .isEqualTo("1 | 2");
    }

    @Test
    void arraysAreJoined() {
        Field<String> tag = field(name("tag"), ClickHouseTypes.STRING);
        assertThat(rows(ClickHouse.select(ID, tag)
                        .from(R)
                        .arrayJoin(TAGS.as("tag"))
                        .where(ID.lt(3))
                        .orderBy(tag)))
                .isEqualTo("1,x | 1,y");
        assertThat(rows(ClickHouse.select(ID, tag)
                        .from(R)
                        .leftArrayJoin(TAGS.as("tag"))
                        .where(ID.lt(3))
                        .orderBy(ID, tag)))
                .isEqualTo("1,x | 1,y | 2,");
        assertThat(Trial.rows(dsl.select(tag)
                        .from(ClickHouse.arrayJoin(R, TAGS.as("tag")))
                        .where(ID.eq(1))
                        .orderBy(tag)
                        .fetch()))
                .isEqualTo("x | y");
    }

    @Test
    void limitByComesBeforeTheLimit() {
        assertThat(rows(ClickHouse.select(G, ID)
                        .from(ClickHouse.asFinal(R))
                        .limit(10)
                        .limitBy(1, G)
                        .orderBy(G, ID.desc())))
                .isEqualTo("a,2 | b,3");
        assertThat(rows(ClickHouse.select(G, ID)
                        .from(R)
                        .limitBy(1, 1, G)
                        .orderBy(G, ID)
                        .limit(1)))
                .isEqualTo("a,2");
    }

    @Test
    void everyJoinIsThere() {
        assertThat(rows(ClickHouse.select(ID, W)
                        .from(ClickHouse.asFinal(R))
                        .join(Join.left(Q).any().using(ID))
                        .orderBy(ID)))
                .contains("1,10");
        assertThat(rows(ClickHouse.select(count())
                        .from(R)
                        .join(Join.inner(Q).all().on(ID.eq(QID)))))
                .isEqualTo("2");
        assertThat(rows(ClickHouse.select(ID).from(R).join(Join.left(Q).semi().on(ID.eq(QID)))))
                .isEqualTo("1");
        assertThat(rows(ClickHouse.select(ID)
                        .from(ClickHouse.asFinal(R))
                        .join(Join.left(Q).anti().on(ID.eq(QID)))
                        .orderBy(ID)))
                .isEqualTo("2 | 3");
        assertThat(rows(ClickHouse.select(ID, W)
                        .from(R)
                        .join(Join.inner(Q).asof().on(ID.eq(QID).and(ID.mul(15).ge(W))))))
                .isEqualTo("1,10");
        assertThat(rows(ClickHouse.select(count()).from(R).join(Join.cross(Q)))).isEqualTo("12");
        assertThat(rows(ClickHouse.select(count())
                        .from(R)
                        .join(Join.full(Q).global().on(ID.eq(QID)))))
                .isEqualTo("6");
        assertThat(rows(ClickHouse.select(count()).from(R).join(Join.right(Q).on(ID.eq(QID)))))
                .isEqualTo("3");
    }

    @Test
    void groupsHaveTotalsRollupsAndCubes() {
        assertThat(rows(ClickHouse.select(G, count())
                        .from(R)
                        .groupBy(G)
                        .withTotals()
                        .orderBy(G)))
                .startsWith("a,2 | b,2");
        assertThat(rows(ClickHouse.select(G, count())
                        .from(R)
                        .groupBy(G)
                        .withRollup()
                        .orderBy(G)))
                .isEqualTo(",4 | a,2 | b,2");
        assertThat(rows(ClickHouse.select(count())
                        .from(R)
                        .groupBy(G, ID)
                        .withCube()
                        .having(count().gt(3))))
                .isEqualTo("4");
        Field<String> label = upper(G).as("label");
        assertThat(rows(ClickHouse.select(label, count()).from(R).groupBy(label).orderBy(label)))
                .isEqualTo("A,2 | B,2");
    }

    @Test
    void gapsAreFilled() {
        Field<Integer> n = field(name("n"), ClickHouseTypes.INT32);
        Field<Integer> s = field(name("s"), ClickHouseTypes.INT32);
        assertThat(rows(ClickHouse.select(n, s)
                        .from(TableFunctions.values("n Int32, s Int32", row(1, 10), row(4, 40)))
                        .orderBy(Fill.of(n.asc())
                                .from(inline(0))
                                .to(inline(6))
                                .step(inline(2))
                                .order())
                        .interpolate(s, s.plus(inline(1)))))
                .isEqualTo("0,1 | 1,10 | 2,11 | 4,40");
    }

    @Test
    void windowsAndQualifyWork() {
        assertThat(rows(ClickHouse.select(ID)
                        .from(ClickHouse.asFinal(R))
                        .window(name("w").as(orderBy(V.desc())))
                        .qualify(rowNumber().over(name("w")).eq(1))))
                .isEqualTo("3");
    }

    @Test
    void settingsBelongToTheQuery() {
        assertThat(rows(ClickHouse.select(
                                field("getSetting('max_threads')"), field("getSetting('format_csv_delimiter')"))
                        .setting("max_threads", 3)
                        .setting("format_csv_delimiter", "'")))
                .isEqualTo("3,'");
    }

    @Test
    void expressionsAreComputedOnce() {
        ClickHouseSelect query = ClickHouse.select(count())
                .withMaterialized("x", dsl.select(ID).from(R))
                .from(table(name("x")))
                .setting("enable_materialized_cte", 1);
        assertThat(dsl.render(query.asSelect())).startsWith("with \"x\" as materialized (select");
        assertThat(rows(query)).isEqualTo("4");
    }

    @Test
    void aQueryGoesWhereverOneOfJooqDoes() {
        ClickHouseSelect inner =
                ClickHouse.select(ID).from(ClickHouse.asFinal(R)).limitBy(1, G).orderBy(ID);
        assertThat(Trial.rows(dsl.select(QID)
                        .from(Q)
                        .where(QID.in(inner.<Record1<Integer>>asSelect()))
                        .fetch()))
                .isEqualTo("1 | 1");
        assertThat(Trial.rows(dsl.select(count()).from(inner.asTable("z")).fetch()))
                .isEqualTo("2");
        dsl.dropTableIfExists("into").execute();
        dsl.createTable("into").as(inner.asSelect()).execute();
        dsl.insertInto(table(name("into")), field(name("id"), ClickHouseTypes.INT32))
                .select(ClickHouse.select(ID).from(R).where(ID.eq(2)).asSelect())
                .execute();
        assertThat(dsl.fetchCount(table(name("into")))).isEqualTo(3);
        Field<Integer> id = field(name("z", "id"), ClickHouseTypes.INT32);
        assertThat(Trial.rows(dsl.select(id)
                                .from(inner.asTable("z"))
                                .union(ClickHouse.select(QID)
                                        .from(Q)
                                        .where(QID.eq(4))
                                        .<Record1<Integer>>asSelect())
                                .fetch())
                        .split(" \\| "))
                .containsExactlyInAnyOrder("1", "3", "4");
    }

    @Test
    void queriesStandOnBothSidesOfSetOperations() {
        ClickHouseSelect left = ClickHouse.select(ID, G.as("label"))
                .from(ClickHouse.asFinal(R))
                .orderBy(ID)
                .limitBy(1, G);
        Select<Record2<Integer, String>> right =
                dsl.select(QID, inline("q")).from(Q).where(QID.eq(4));
        assertThat(Trial.rows(dsl.select()
                        .from(left.<Record2<Integer, String>>asSelect()
                                .unionAll(right)
                                .asTable("z"))
                        .orderBy(field(name("z", "id")).desc())
                        .fetch()))
                .isEqualTo("4,q | 3,b | 1,a");
        assertThat(Trial.rows(dsl.select(field(name("z", "label")))
                        .from(left.<Record2<Integer, String>>asSelect()
                                .union(left.setting("max_threads", 1).<Record2<Integer, String>>asSelect())
                                .union(right)
                                .asTable("z"))
                        .orderBy(1)
                        .fetch()))
                .isEqualTo("a | b | q");
        assertThat(Trial.rows(dsl.fetch(ClickHouse.select(ID)
                        .from(R)
                        .where(ID.gt(1))
                        .<Record1<Integer>>asSelect()
                        .except(dsl.select(inline(3))))))
                .isEqualTo("2");
        // The same query by itself is what it was before.
        assertThat(rows(left)).isEqualTo("1,a | 3,b");
    }

    @Test
    void samplesHaveAliases() {
        Table<Record> x = R.as("x");
        Field<Integer> id = field(name("x", "id"), ClickHouseTypes.INT32);
        assertThat(Trial.rows(dsl.select(sum(id)).from(x.tablesample(100)).fetch()))
                .isEqualTo("9");
        assertThat(Trial.rows(dsl.select(sum(id))
                        .from(R.tablesample(100).as("x"))
                        .where(id.gt(1))
                        .fetch()))
                .isEqualTo("8");
    }

    @Test
    void aggregatesHaveParametersAndCombinators() {
        assertThat(rows(ClickHouse.select(
                                ClickHouse.aggregate("quantile", ClickHouseTypes.FLOAT64, V)
                                        .parameters(0.5),
                                ClickHouse.aggregate("sum", ClickHouseTypes.FLOAT64, V)
                                        .onlyIf(V.gt(2.0)),
                                ClickHouse.aggregate("uniq", ClickHouseTypes.UINT64, TAGS)
                                        .array(),
                                ClickHouse.aggregate("max", ClickHouseTypes.of("Nullable(Float64)"), V)
                                        .onlyIf(V.gt(100.0))
                                        .orNull(),
                                ClickHouse.aggregate("topK", ClickHouseTypes.of("Array(String)"), G)
                                        .parameters(1))
                        .from(ClickHouse.asFinal(R))))
                .isEqualTo("2.5,7.5,3,\\N,[a]");
        assertThat(rows(ClickHouse.select(ClickHouse.aggregate("sum", ClickHouseTypes.FLOAT64, field(name("s")))
                                .merge())
                        .from(ClickHouse.select(ClickHouse.aggregate("sum", ClickHouseTypes.FLOAT64, V)
                                        .state()
                                        .as("s"))
                                .from(R)
                                .asTable("p"))))
                .isEqualTo("13.0");
        assertThat(rows(ClickHouse.select(
                                ID,
                                ClickHouse.aggregate("sum", ClickHouseTypes.FLOAT64, V)
                                        .over(orderBy(ID)))
                        .from(ClickHouse.asFinal(R))
                        .orderBy(ID)))
                .isEqualTo("1,1.5 | 2,4.0 | 3,9.0");
    }

    @Test
    void lambdasContainersAndSubcolumnsAreFields() {
        Field<?> doc = field(name("r", "doc"), ClickHouseTypes.of("JSON"));
        Field<?> m = field(name("r", "m"), ClickHouseTypes.of("Map(String, Int32)"));
        Field<?> tp = field(name("r", "tp"), ClickHouseTypes.of("Tuple(a Int32)"));
        assertThat(rows(ClickHouse.select(
                                ClickHouse.function(
                                        "arrayMap",
                                        ClickHouseTypes.of("Array(String)"),
                                        ClickHouse.lambda(
                                                "x",
                                                ClickHouseTypes.STRING,
                                                x -> upper(x.cast(ClickHouseTypes.STRING))),
                                        TAGS),
                                ClickHouse.function(
                                        "arrayFold",
                                        ClickHouseTypes.of("Int64"),
                                        ClickHouse.lambda("acc", "x", (acc, x) -> field("{0} + toInt64({1})", acc, x)),
                                        inline(List.of(1L, 2L), ClickHouseTypes.of("Array(Int64)", List.class)),
                                        inline(5L, ClickHouseTypes.INT64)),
                                ClickHouse.subcolumn(doc, ClickHouseTypes.INT64, "a", "b c"),
                                ClickHouse.element(m, ClickHouseTypes.INT32, inline("k")),
                                ClickHouse.tupleElement(tp, ClickHouseTypes.INT32, "a"))
                        .from(R)
                        .where(ID.eq(1))))
                .isEqualTo("[X, Y],8,7,5,8");
    }

    @Test
    void dictionariesAreRead() {
        database.run("CREATE OR REPLACE DICTIONARY dict (id UInt64, w Int32) PRIMARY KEY id"
                + " SOURCE(CLICKHOUSE(QUERY 'SELECT id, max(w) AS w FROM " + database.name()
                + ".q GROUP BY id')) LAYOUT(FLAT()) LIFETIME(0)");
        String dict = database.name() + ".dict";
        Field<Integer> key = inline(1);
        assertThat(rows(ClickHouse.select(
                        ClickHouse.dictGet(dict, "w", ClickHouseTypes.INT32, key),
                        ClickHouse.dictGetOrDefault(dict, "w", inline(99), inline(-1)),
                        ClickHouse.dictHas(dict, key))))
                .isEqualTo("20,-1,true");
    }

    @Test
    void tableFunctionsAreTables() {
        Field<Long> number = TableFunctions.column("number", ClickHouseTypes.INT64);
        assertThat(rows(ClickHouse.select(sum(number)).from(TableFunctions.numbers(5))))
                .isEqualTo("10");
        assertThat(Trial.rows(dsl.select(count())
                        .from(TableFunctions.numbers(3, 4).as("n"))
                        .fetch()))
                .isEqualTo("4");
        assertThat(rows(ClickHouse.select().from(TableFunctions.values("a UInt8, b String", row(1, "it's \\")))))
                .isEqualTo("1,it's \\");
        assertThat(rows(ClickHouse.select(count())
                        .from(TableFunctions.view(dsl.select(ID).from(R)))))
                .isEqualTo("4");
    }

    @Test
    void rowsAreChangedByMutations() {
        dsl.execute(Maintenance.alterUpdate(R, Map.of(G, "it's", V, V.plus(inline(1.0))), ID.eq(1)));
        assertThat(rows(ClickHouse.select(G, V).from(R).where(ID.eq(1)))).isEqualTo("it's,2.5");
        dsl.execute(Maintenance.alterDelete(R, ID.eq(2)));
        assertThat(rows(ClickHouse.select(count()).from(R).where(ID.eq(2)))).isEqualTo("0");
        dsl.update(R).set(G, "lightweight").where(ID.eq(1)).execute();
        assertThat(rows(ClickHouse.select(G).from(R).where(ID.eq(1)))).isEqualTo("lightweight");
    }

    @Test
    void tablesAreOptimizedAndExchanged() {
        dsl.execute(Maintenance.optimizeFinal(R));
        assertThat(rows(ClickHouse.select(count()).from(R))).isEqualTo("3");
        dsl.execute(Maintenance.deduplicate(Q, QID, W));
        database.run("CREATE OR REPLACE TABLE q2 (id Int32, w Int32) ENGINE = MergeTree ORDER BY id");
        dsl.execute(Maintenance.exchange(Q, table(name("q2"))));
        assertThat(dsl.fetchCount(Q)).isZero();
    }

    @Test
    void whatDoesNotGoTogetherIsRefusedWhenRendered() {
        List<ClickHouseSelect> wrong = List.of(
                ClickHouse.select().from(R).join(Join.cross(Q).any()),
                ClickHouse.select().from(R).join(Join.cross(Q).on(ID.eq(QID))),
                ClickHouse.select().from(R).join(Join.inner(Q)),
                ClickHouse.select().from(R).join(Join.inner(Q).semi().on(ID.eq(QID))),
                ClickHouse.select().from(R).join(Join.full(Q).asof().on(ID.eq(QID))),
                ClickHouse.select().from(R).join(Join.inner(Q).on(ID.eq(QID)).using(ID)),
                ClickHouse.select().prewhere(ID.eq(1)),
                ClickHouse.select(count()).from(R).withRollup(),
                ClickHouse.select(ID).from(R).withTies().limit(1),
                ClickHouse.select(ID).from(R).orderBy(ID).interpolate(ID, ID),
                ClickHouse.select(ID)
                        .from(R)
                        .recursive()
                        .withMaterialized("x", dsl.select(ID).from(R)));
        for (ClickHouseSelect query : wrong) {
            assertThatThrownBy(() -> dsl.render(query.asSelect()))
                    .isInstanceOf(SQLDialectNotSupportedException.class)
                    .hasMessageStartingWith("ClickHouse has no ");
        }
    }
}
