package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.*;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of the trial of jOOQ alone, each with what it must give. */
@DatabaseTest
@SuppressWarnings("unchecked") // rows as variable arguments
class SelectTrialTest {
    static final Table<Record> T = table(name("t"));
    static final Table<Record> U = table(name("u"));
    static final Field<Integer> ID = field(name("t", "id"), SQLDataType.INTEGER);
    static final Field<String> NAME = field(name("t", "name"), SQLDataType.VARCHAR);
    static final Field<Double> V = field(name("t", "v"), SQLDataType.DOUBLE);
    static final Field<Integer> N = field(name("t", "n"), SQLDataType.INTEGER);
    static final Field<java.time.LocalDateTime> TS = field(name("t", "ts"), SQLDataType.LOCALDATETIME);
    static final Field<String[]> TAGS = field(name("t", "tags"), SQLDataType.VARCHAR.array());
    static final Field<Integer> UID = field(name("u", "id"), SQLDataType.INTEGER);
    static final Field<String> W = field(name("u", "w"), SQLDataType.VARCHAR);

    private final DSLContext dsl;

    SelectTrialTest(TestDatabase.Scratch database) {
        dsl = ClickHouseDSL.using(database.client());
        TrialTables.create(database);
    }

    static List<Trial.Case> statements() {
        return new Trial()
                .add(
                        "where order limit offset",
                        "1,a",
                        d -> d.select(ID, NAME)
                                .from(T)
                                .where(V.gt(1.0).and(NAME.like("a%")))
                                .orderBy(ID.desc())
                                .limit(10)
                                .offset(0))
                .add("distinct", "a | b", d -> d.selectDistinct(NAME).from(T).orderBy(NAME))
                .add(
                        "inner join",
                        "1,one | 2,two",
                        d -> d.select(ID, W).from(T).join(U).on(ID.eq(UID)).orderBy(ID))
                .add(
                        "left outer join",
                        "1,one | 2,two",
                        d -> d.select(ID, W).from(T).leftJoin(U).on(ID.eq(UID)).orderBy(ID))
                .add(
                        "full outer join",
                        "2",
                        d -> d.select(count()).from(T).fullJoin(U).on(ID.eq(UID)))
                .add("cross join", "4", d -> d.select(count()).from(T).crossJoin(U))
                .add(
                        "semi join",
                        "1 | 2",
                        d -> d.select(ID).from(T).leftSemiJoin(U).on(ID.eq(UID)).orderBy(ID))
                .add("anti join", "", d -> d.select(ID).from(T).leftAntiJoin(U).on(ID.eq(UID)))
                .add(
                        "using",
                        "one | two",
                        d -> d.select(W)
                                .from(T)
                                .join(U)
                                .using(field(name("id"), Integer.class))
                                .orderBy(W))
                .add(
                        "group by having",
                        "a,1,1.5,1.5,1 | b,1,2.5,2.5,1",
                        d -> d.select(NAME, count(), sum(V), avg(V), countDistinct(ID))
                                .from(T)
                                .groupBy(NAME)
                                .having(count().gt(0))
                                .orderBy(NAME))
                .add(
                        "rollup",
                        ",2 | a,1 | b,1",
                        d -> d.select(NAME, count())
                                .from(T)
                                .groupBy(rollup(NAME))
                                .orderBy(NAME))
                .add(
                        "grouping sets",
                        "3",
                        d -> d.select(count())
                                .from(select(NAME, ID, count().as("c"))
                                        .from(T)
                                        .groupBy(groupingSets(new Field<?>[] {NAME}, new Field<?>[] {ID}))
                                        .having(count().ge(0))
                                        .orderBy(ID)
                                        .limit(3)))
                .add(
                        "nulls last",
                        "5 | \\N",
                        d -> d.select(N).from(T).orderBy(N.asc().nullsLast()))
                .add(
                        "window",
                        "1,1,1.5 | 2,1,4.0",
                        d -> d.select(
                                        ID,
                                        rowNumber().over(partitionBy(NAME).orderBy(ID)),
                                        sum(V).over(orderBy(ID)
                                                .rowsBetweenUnboundedPreceding()
                                                .andCurrentRow()))
                                .from(T)
                                .orderBy(ID))
                .add(
                        "lag and lead are NULL at the edge",
                        "\\N,2.5 | 1.5,\\N",
                        d -> d.select(lag(V).over(orderBy(ID)), lead(V).over(orderBy(ID)))
                                .from(T)
                                .orderBy(ID))
                .add(
                        "qualify",
                        "1",
                        d -> d.select(ID)
                                .from(T)
                                .qualify(rowNumber().over(orderBy(ID)).eq(1)))
                .add(
                        "cte",
                        "1 | 2",
                        d -> d.with(name("x").fields("id").as(select(ID).from(T)))
                                .select()
                                .from(table(name("x")))
                                .orderBy(1))
                .add(
                        "recursive cte",
                        "1 | 2 | 3",
                        d -> d.withRecursive(name("x")
                                        .fields("n")
                                        .as(select(inline(1))
                                                .unionAll(select(field(name("x", "n"), Integer.class)
                                                                .plus(inline(1)))
                                                        .from(table(name("x")))
                                                        .where(field(name("x", "n"), Integer.class)
                                                                .lt(3)))))
                                .select()
                                .from(table(name("x")))
                                .orderBy(1))
                .add(
                        "union all",
                        "4",
                        d -> d.select(count())
                                .from(select(ID)
                                        .from(T)
                                        .unionAll(select(UID).from(U))
                                        .asTable("x")))
                .add(
                        "union",
                        "2",
                        d -> d.select(count())
                                .from(select(ID)
                                        .from(T)
                                        .union(select(UID).from(U))
                                        .asTable("x")))
                .add("except", "", d -> d.select(ID).from(T).except(select(UID).from(U)))
                .add(
                        "intersect",
                        "2",
                        d -> d.select(count())
                                .from(select(ID)
                                        .from(T)
                                        .intersect(select(UID).from(U))
                                        .asTable("x")))
                .add(
                        "in subquery",
                        "1 | 2",
                        d -> d.select(ID)
                                .from(T)
                                .where(ID.in(select(UID).from(U)))
                                .orderBy(ID))
                .add(
                        "exists correlated",
                        "1 | 2",
                        d -> d.select(ID)
                                .from(T)
                                .whereExists(selectOne().from(U).where(UID.eq(ID)))
                                .orderBy(ID))
                .add(
                        "scalar subquery",
                        "1,2 | 2,2",
                        d -> d.select(ID, field(select(max(UID)).from(U)))
                                .from(T)
                                .orderBy(ID))
                .add(
                        "values",
                        "1,a | 2,b",
                        d -> d.select()
                                .from(values(row(1, "a"), row(2, "b")).as("x", "i", "s"))
                                .orderBy(1))
                .add(
                        "case",
                        "lo | hi",
                        d -> d.select(when(V.gt(2.0), "hi").otherwise("lo"))
                                .from(T)
                                .orderBy(ID))
                .add(
                        "coalesce nullif nvl",
                        "0,\\N,1 | 5,b,5",
                        d -> d.select(coalesce(N, inline(0)), nullif(NAME, "a"), nvl(N, 1))
                                .from(T)
                                .orderBy(ID))
                .add(
                        "casts",
                        "1,\\N,1.50,2024-01-01",
                        d -> d.select(
                                        ID.cast(SQLDataType.INTEGER),
                                        N.cast(SQLDataType.VARCHAR),
                                        V.cast(SQLDataType.DECIMAL(10, 2)),
                                        TS.cast(SQLDataType.LOCALDATE))
                                .from(T)
                                .where(ID.eq(1)))
                .add(
                        "texts",
                        "A,1,a,a!,a,b,1,0000a,a",
                        d -> d.select(
                                        upper(NAME),
                                        length(NAME),
                                        substring(NAME, 1, 1),
                                        NAME.concat("!"),
                                        trim(NAME),
                                        replace(NAME, "a", "b"),
                                        position(NAME, "a"),
                                        lpad(NAME, 5, "0"),
                                        left(NAME, 1))
                                .from(T)
                                .where(ID.eq(1)))
                .add("regexp like", "1", d -> d.select(ID).from(T).where(NAME.likeRegex("^a")))
                .add("not regexp like", "2", d -> d.select(ID).from(T).where(NAME.notLikeRegex("^a")))
                .add("ilike", "1", d -> d.select(ID).from(T).where(NAME.likeIgnoreCase("A%")))
                .add(
                        "contains takes every character as it is",
                        "true,false,true",
                        d -> d.select(
                                field(val("50%_x").contains("%_")),
                                field(val("50x").contains("%")),
                                field(val("a!b").containsIgnoreCase("A!"))))
                .add(
                        "starts and ends",
                        "true,true,false,true",
                        d -> d.select(
                                field(val("100%!").startsWith("100%")),
                                        field(val("100%!").endsWith("%!")),
                                field(val("100%!").startsWith("_")),
                                        field(val("ÄB").startsWithIgnoreCase("ä"))))
                .add(
                        "parts of a time",
                        "2024,1,1,0,2,1,1,1",
                        d -> d.select(
                                        year(TS),
                                        month(TS),
                                        day(TS),
                                        hour(TS),
                                        dayOfWeek(TS),
                                        isoDayOfWeek(TS),
                                        dayOfYear(TS),
                                        quarter(TS))
                                .from(T)
                                .where(ID.eq(1)))
                .add(
                        "date trunc",
                        "2024-01-01T00:00,2024-01-02T03:00",
                        d -> d.select(
                                trunc(val(java.time.LocalDateTime.of(2024, 1, 2, 3, 4, 5)), org.jooq.DatePart.MONTH),
                                trunc(val(java.time.LocalDateTime.of(2024, 1, 2, 3, 4, 5)), org.jooq.DatePart.HOUR)))
                .add(
                        "date add",
                        "2024-01-02T00:00,2024-01-01T01:00",
                        d -> d.select(
                                        localDateTimeAdd(TS, 1, org.jooq.DatePart.DAY),
                                        localDateTimeAdd(TS, 1, org.jooq.DatePart.HOUR))
                                .from(T)
                                .where(ID.eq(1)))
                .add(
                        "date diff",
                        "1,-1,24",
                        d -> d.select(
                                localDateTimeDiff(org.jooq.DatePart.DAY, inlineTime(1), inlineTime(2)),
                                localDateTimeDiff(org.jooq.DatePart.DAY, inlineTime(2), inlineTime(1)),
                                localDateTimeDiff(org.jooq.DatePart.HOUR, inlineTime(1), inlineTime(2))))
                .add(
                        "literals of dates and times",
                        "2024-01-02,2024-01-02T03:04:05.123456",
                        d -> d.select(
                                inline(java.time.LocalDate.of(2024, 1, 2)),
                                inline(java.time.LocalDateTime.of(2024, 1, 2, 3, 4, 5, 123_456_000))))
                .add(
                        "literals of numbers",
                        "12345678901234567890.123,18446744073709551615,NaN",
                        d -> d.select(
                                inline(new BigDecimal("12345678901234567890.123")),
                                inline(new java.math.BigInteger("18446744073709551615")),
                                inline(Double.NaN)))
                .add(
                        "text with escapes",
                        "it's \\n back\\slash,a\\'b",
                        d -> d.select(inline("it's \\n back\\slash"), inline("a\\'b")))
                .add(
                        "literals of other classes",
                        "00000000-0000-0000-0000-000000000001,true,0102,\\N",
                        d -> d.select(
                                inline(new java.util.UUID(0, 1)),
                                inline(true),
                                inline(new byte[] {1, 2}),
                                inline((String) null)))
                .add(
                        "arrays",
                        "2,x,[x;y;q],[x;y;p]",
                        d -> d.select(
                                        cardinality(TAGS),
                                        arrayGet(TAGS, 1),
                                        arrayAppend(TAGS, "q"),
                                        arrayConcat(TAGS, array("p")))
                                .from(T)
                                .where(ID.eq(1)))
                .add(
                        "lambdas",
                        "[X;Y],[x],true",
                        d -> d.select(
                                        arrayMap(TAGS, e -> upper(e)),
                                        arrayFilter(TAGS, e -> e.eq("x")),
                                        field(arrayAnyMatch(TAGS, e -> e.eq("x"))))
                                .from(T)
                                .where(ID.eq(1)))
                .add(
                        "unnest of a literal",
                        "1 | 2",
                        d -> d.select().from(unnest(array(1, 2)).as("x", "y")).orderBy(1))
                .add("any of an array", "1", d -> d.select(ID).from(T).where(val("x").eq(any(TAGS))))
                .add("all of an array", "2", d -> d.select(ID).from(T).where(val("x").ne(all(TAGS))))
                .add("array_agg", "[a;b]", d -> d.select(arrayAgg(NAME)).from(T))
                .add(
                        "array_agg with order",
                        "[b;a],[a;b]",
                        d -> d.select(
                                        arrayAgg(NAME).orderBy(ID.desc()),
                                        arrayAgg(NAME).orderBy(V.asc(), ID.desc()))
                                .from(T))
                .add(
                        "listagg",
                        "b,a",
                        d -> d.select(listAgg(NAME, ",").withinGroupOrderBy(NAME.desc()))
                                .from(T))
                .add(
                        "filter",
                        "1,2.5",
                        d -> d.select(count().filterWhere(V.gt(2.0)), sum(V).filterWhere(V.gt(2.0)))
                                .from(T))
                .add(
                        "statistics",
                        "0.5,0.5,2",
                        d -> d.select(stddevPop(V), varSamp(V), median(V).cast(SQLDataType.INTEGER))
                                .from(T))
                .add(
                        "percentile",
                        "2.4",
                        d -> d.select(percentileCont(0.9).withinGroupOrderBy(V)).from(T))
                .add("approximate", "2", d -> d.select(approxCountDistinct(ID)).from(T))
                .add(
                        "arg max",
                        "b,a",
                        d -> d.select(maxBy(NAME, V), minBy(NAME, V)).from(T))
                .add(
                        "bit and bool aggregates",
                        "0,true,true",
                        d -> d.select(bitAndAgg(ID), boolOr(V.gt(2.0)), boolAnd(V.gt(1.0)))
                                .from(T))
                .add(
                        "arithmetic",
                        "1,1,0,2,-1.5,2.25,0.5",
                        d -> d.select(
                                        bitAnd(ID, inline(1)),
                                        ID.mod(2),
                                        ID.div(2),
                                        ID.shl(1),
                                        V.neg(),
                                        power(V, 2),
                                        ID.cast(SQLDataType.DOUBLE).div(2))
                                .from(T)
                                .where(ID.eq(1)))
                .add(
                        "json",
                        "{\"a\":1},1",
                        d -> d.select(
                                        jsonObject(key("a").value(ID)),
                                        jsonValue(val(org.jooq.JSON.json("{\"a\":1}")), "$.a"))
                                .from(T)
                                .where(ID.eq(1)))
                .add(
                        "generate series",
                        "1 | 2 | 3",
                        d -> d.select().from(generateSeries(1, 3)).orderBy(1))
                .add("rows", "1", d -> d.select(ID).from(T).where(row(ID, NAME).eq(1, "a")))
                .add(
                        "row in rows",
                        "1 | 2",
                        d -> d.select(ID)
                                .from(T)
                                .where(row(ID, NAME).in(row(1, "a"), row(2, "b")))
                                .orderBy(ID))
                .add("is distinct from", "1", d -> d.select(ID).from(T).where(N.isDistinctFrom(5)))
                .add(
                        "between and not in",
                        "1 | 2",
                        d -> d.select(ID)
                                .from(T)
                                .where(ID.between(1, 2).and(ID.notIn(5, 6)))
                                .orderBy(ID))
                .add("empty in", "", d -> d.select(ID).from(T).where(ID.in(List.of())))
                .add(
                        "with ties",
                        "1",
                        d -> d.select(ID).from(T).orderBy(ID).limit(1).withTies())
                .add("seek", "2", d -> d.select(ID).from(T).orderBy(ID).seek(1).limit(1))
                .add(
                        "odd names",
                        "1,2",
                        d -> d.select(
                                inline(1).as("we`ird \"name\\x"), inline(2).as("select")))
                .add("sample", "2", d -> d.select(count()).from(table(name("s")).tablesample(100)))
                .cases();
    }

    private static Field<java.time.LocalDateTime> inlineTime(int day) {
        return inline(java.time.LocalDateTime.of(2024, 1, day, 0, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void everyQueryOfTheTrialGivesTheRightRows(Trial.Case trial) {
        assertThat(Trial.rows(trial.statement().of(dsl).fetch())).isEqualTo(trial.expected());
    }
}
