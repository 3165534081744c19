package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.*;

import io.chconnect.error.ClickHouseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clauses go together in any order, and what does not go together is refused as the server would refuse it. */
@DatabaseTest
class CompositionTest {
    private static final long SEED = 20_261_125;
    private static final Table<Record> R = table(name("r"));
    private static final Table<Record> Q = table(name("q"));
    private static final Field<Integer> ID = field(name("r", "id"), ClickHouseTypes.INT32);
    private static final Field<Integer> V = field(name("r", "v"), ClickHouseTypes.INT32);
    private static final Field<?> TAGS = field(name("r", "tags"), ClickHouseTypes.of("Array(String)"));
    private static final Field<Integer> QID = field(name("q", "id"), ClickHouseTypes.INT32);
    private static final Field<Integer> QV = field(name("q", "v"), ClickHouseTypes.INT32);

    private final TestDatabase.Scratch database;
    private final DSLContext dsl;

    CompositionTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
        database.run(
                "CREATE OR REPLACE TABLE r (id Int32, v Int32, tags Array(String)) ENGINE = ReplacingMergeTree"
                        + " ORDER BY intHash32(id) SAMPLE BY intHash32(id)",
                "INSERT INTO r VALUES (1, 10, ['a', 'b']), (2, 20, [])",
                "CREATE OR REPLACE TABLE q (id Int32, v Int32) ENGINE = MergeTree ORDER BY id",
                "INSERT INTO q VALUES (1, 5), (1, 10), (3, 30)");
    }

    @Test
    void theOrderOfCallsDoesNotMatter() {
        List<Consumer<ClickHouseSelect>> calls = new ArrayList<>(List.of(
                q -> q.with("c", dsl.select(inline(1).as("one"))),
                q -> q.from(ClickHouse.sample(ClickHouse.asFinal(R), 1)),
                q -> q.join(Join.left(Q).any().global().on(ID.eq(QID))),
                q -> q.leftArrayJoin(TAGS.as("tag")),
                q -> q.prewhere(ID.gt(0)),
                q -> q.where(V.lt(100)),
                q -> q.groupBy(ID),
                q -> q.withTotals(),
                q -> q.having(count().gt(0)),
                q -> q.window(name("w").as(orderBy(ID))),
                q -> q.qualify(rowNumber().over(name("w")).le(5)),
                q -> q.orderBy(Fill.of(ID.asc()).from(inline(0)).order()),
                q -> q.interpolate(field(name("n"), Long.class), inline(7L)),
                q -> q.limitBy(3, ID),
                q -> q.limit(9),
                q -> q.offset(1),
                q -> q.setting("max_threads", 2)));
        String expected = null;
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            ClickHouseSelect query = ClickHouse.select(ID, count().as("n"));
            calls.forEach(call -> call.accept(query));
            String text = dsl.render(query.<Record>asSelect());
            expected = expected == null ? text : expected;
            assertThat(text).as("seed " + SEED).isEqualTo(expected);
            Collections.shuffle(calls, random);
        }
        assertThat(expected)
                .isEqualTo(
                        "with \"c\" as (select 1 \"one\") select \"r\".\"id\", count(*) \"n\" from \"r\" final sample 1"
                                + " global left any join \"q\" on \"r\".\"id\" = \"q\".\"id\" left array join \"r\".\"tags\" as \"tag\""
                                + " prewhere \"r\".\"id\" > ? where \"r\".\"v\" < ? group by \"r\".\"id\" with totals having count(*) > ?"
                                + " window \"w\" as (order by \"r\".\"id\") qualify row_number() over \"w\" <= ?"
                                + " order by \"r\".\"id\" asc with fill from 0 interpolate (\"n\" as 7) limit 3 by \"r\".\"id\" limit 9"
                                + " offset 1 settings max_threads = 2");
        ClickHouseSelect query = ClickHouse.select(ID, count().as("n"));
        calls.forEach(call -> call.accept(query));
        assertThat(Trial.rows(query.fetch(dsl))).isEqualTo("1,2 | 2,1");
    }

    @Test
    void finalSampleAndArraysAreWrittenInTheServersOrder() {
        List<UnaryOperator<Table<?>>> calls = new ArrayList<>(List.of(
                ClickHouse::asFinal,
                table -> ClickHouse.sample(table, 1, 0),
                table -> ClickHouse.arrayJoin(table, TAGS.as("tag")),
                table -> ClickHouse.leftArrayJoin(table, field(name("tag")).as("other"))));
        for (int i = 0; i < 24; i++) {
            List<UnaryOperator<Table<?>>> order = new ArrayList<>(calls);
            Collections.shuffle(order, new Random(SEED + i));
            if (order.indexOf(calls.get(2)) > order.indexOf(calls.get(3))) {
                continue;
            }
            Table<?> table = R;
            for (UnaryOperator<Table<?>> call : order) {
                table = call.apply(table);
            }
            assertThat(dsl.render(dsl.select(ID).from(table)))
                    .isEqualTo(
                            "select \"r\".\"id\" from \"r\" final sample 1 offset 0 array join \"r\".\"tags\" as \"tag\""
                                    + " left array join \"tag\" as \"other\"");
        }
        assertThat(Trial.rows(ClickHouse.select(ID, field(name("x")), field(name("y")))
                        .from(ClickHouse.asFinal(R))
                        .arrayJoin(TAGS.as("x"))
                        .leftArrayJoin(inline(List.of(1, 2), ClickHouseTypes.of("Array(Int32)", List.class))
                                .as("y"))
                        .orderBy(field(name("x")), field(name("y")))
                        .fetch(dsl)))
                .isEqualTo("1,a,1 | 1,a,2 | 1,b,1 | 1,b,2");
    }

    /** A join, and the same as text. */
    record Case(Join join, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    static List<Case> joins() {
        List<Case> cases = new ArrayList<>();
        for (String kind : List.of("inner", "left", "right", "full", "cross")) {
            for (String strictness : List.of("", "any ", "all ", "asof ", "semi ", "anti ")) {
                for (boolean global : List.of(false, true)) {
                    Join join = strict(of(kind), strictness);
                    join = global ? join.global() : join;
                    String text = (global ? "global " : "") + kind + " " + strictness + "join q";
                    cases.add(new Case(join, text));
                    cases.add(new Case(join.on(ID.eq(QID)), text + " on r.id = q.id"));
                    cases.add(new Case(join.on(ID.eq(QID).and(V.ge(QV))), text + " on r.id = q.id and r.v >= q.v"));
                    cases.add(new Case(join.using(ID, V), text + " using (id, v)"));
                }
            }
        }
        return cases;
    }

    private static Join of(String kind) {
        return switch (kind) {
            case "inner" -> Join.inner(Q);
            case "left" -> Join.left(Q);
            case "right" -> Join.right(Q);
            case "full" -> Join.full(Q);
            default -> Join.cross(Q);
        };
    }

    private static Join strict(Join join, String strictness) {
        return switch (strictness) {
            case "any " -> join.any();
            case "all " -> join.all();
            case "asof " -> join.asof();
            case "semi " -> join.semi();
            case "anti " -> join.anti();
            default -> join;
        };
    }

    @ParameterizedTest
    @MethodSource("joins")
    void aJoinIsRefusedWhereTheServerRefusesIt(Case join) {
        ClickHouseSelect query = ClickHouse.select(count()).from(R).join(join.join());
        String text = "select count() from r " + join.text();
        String byServer;
        try {
            byServer = database.text(text);
        } catch (ClickHouseException e) {
            assertThatThrownBy(() -> dsl.render(query.<Record>asSelect()))
                    .as(e.getMessage())
                    .isInstanceOf(SQLDialectNotSupportedException.class)
                    .hasMessageStartingWith("ClickHouse has no ");
            return;
        }
        assertThat(Trial.rows(query.fetch(dsl))).isEqualTo(byServer);
    }

    @Test
    void queriesHaveNoFinalSampleAndPrewhere() {
        Table<?> query = ClickHouse.select(ID).from(R).asTable("z");
        Field<Integer> id = field(name("z", "id"), ClickHouseTypes.INT32);
        List<ClickHouseSelect> wrong = List.of(
                ClickHouse.select().from(ClickHouse.asFinal(query)),
                ClickHouse.select().from(ClickHouse.sample(query, 1)),
                ClickHouse.select()
                        .from(ClickHouse.asFinal(dsl.select(ID).from(R).asTable("z"))),
                ClickHouse.select().from(ClickHouse.asFinal(R.join(Q).on(ID.eq(QID)))),
                ClickHouse.select().from(query).prewhere(id.eq(1)),
                ClickHouse.select()
                        .with("z", dsl.select(ID).from(R))
                        .from(table(name("z")))
                        .prewhere(id.eq(1)));
        for (ClickHouseSelect select : wrong) {
            assertThatThrownBy(() -> dsl.render(select.<Record>asSelect()))
                    .isInstanceOf(SQLDialectNotSupportedException.class)
                    .hasMessageStartingWith("ClickHouse has no ");
        }
        assertThat(Trial.rows(ClickHouse.select(count())
                        .from(query)
                        .join(Join.inner(ClickHouse.asFinal(R)).on(id.eq(ID)))
                        .prewhere(ID.eq(1))
                        .fetch(dsl)))
                .isEqualTo("1");
    }

    @Test
    void totalsGoWithRollupsUnlessThereIsQualify() {
        ClickHouseSelect query = ClickHouse.select(ID, count())
                .from(R)
                .groupBy(ID)
                .withRollup()
                .withTotals()
                .orderBy(ID);
        assertThat(Trial.rows(query.fetch(dsl))).startsWith("0,2 | 1,1 | 2,1");
        assertThatThrownBy(() -> dsl.render(query.qualify(ID.gt(0)).<Record>asSelect()))
                .isInstanceOf(SQLDialectNotSupportedException.class)
                .hasMessageContaining("QUALIFY");
    }

    @Test
    void samplesAndGapsHaveNumbersThatGoTogether() {
        assertThatThrownBy(() -> ClickHouse.sample(R, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> ClickHouse.sample(R, 2, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> Fill.of(ID.asc()).step(inline(0)).order())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("step 0");
        assertThatThrownBy(() -> Fill.of(ID.desc()).step(inline(1)).order())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("downwards");
        assertThatThrownBy(() -> Fill.of(ID.asc()).from(inline(5)).to(inline(1)).order())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 5 to 1");
    }
}
