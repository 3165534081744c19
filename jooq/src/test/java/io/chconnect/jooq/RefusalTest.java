package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.*;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ClickHouse has not is refused while the statement is rendered, without any connection. */
class RefusalTest {
    private static final Table<Record> T = table(name("t"));
    private static final Field<Integer> ID = field(name("t", "id"), SQLDataType.INTEGER);
    private static final Table<Record> U = table(name("u"));
    private static final Field<Integer> UID = field(name("u", "id"), SQLDataType.INTEGER);
    private static final Field<String> NAME = field(name("t", "name"), SQLDataType.VARCHAR);
    private static final Field<String[]> TAGS = field(name("t", "tags"), SQLDataType.VARCHAR.array());

    private final DSLContext dsl = ClickHouseDSL.rendering();

    static List<Map.Entry<String, Query>> refused() {
        return List.of(
                Map.entry("LATERAL", select().from(T, lateral(select(ID).from(T)))),
                Map.entry("MULTISET", select(multiset(select(ID).from(T)))),
                Map.entry(
                        "MERGE",
                        mergeInto(T)
                                .using(selectOne())
                                .on(ID.eq(1))
                                .whenNotMatchedThenInsert(ID)
                                .values(1)),
                Map.entry("ON DUPLICATE KEY", insertInto(T, ID).values(1).onDuplicateKeyIgnore()),
                Map.entry(
                        "ON DUPLICATE KEY",
                        insertInto(T, ID).values(1).onDuplicateKeyUpdate().set(NAME, "a")),
                Map.entry(
                        "ON DUPLICATE KEY",
                        insertInto(T, ID).values(1).onConflict(ID).doNothing()),
                Map.entry("FOR UPDATE", select(ID).from(T).forUpdate()),
                Map.entry("FOR UPDATE", select(ID).from(T).forShare()),
                Map.entry("PERCENT", select(ID).from(T).orderBy(ID).limit(50).percent()),
                Map.entry("ESCAPE", select(ID).from(T).where(NAME.like("a!%", '!'))),
                Map.entry("ESCAPE", select(ID).from(T).where(NAME.notLike("a!%", '!'))),
                Map.entry("ESCAPE", select(ID).from(T).where(NAME.likeIgnoreCase("a!%", '!'))),
                Map.entry("ESCAPE", select(ID).from(T).where(NAME.notLikeIgnoreCase("a!%", '!'))),
                Map.entry("SIMILAR TO", select(ID).from(T).where(NAME.similarTo("a"))),
                Map.entry(
                        "UNNEST",
                        select().from(T.join(unnest(TAGS).as("x", "y")).on(noCondition()))),
                Map.entry("UNNEST", select().from(unnest(TAGS).as("x", "y"))),
                Map.entry(
                        "interval between",
                        select(localDateTimeDiff(
                                inline(java.time.LocalDateTime.MIN), inline(java.time.LocalDateTime.MAX)))),
                Map.entry("second table", deleteFrom(T).using(U).where(ID.eq(UID))),
                Map.entry(
                        "ORDER BY or LIMIT",
                        deleteFrom(T).where(ID.eq(1)).orderBy(ID).limit(1)),
                Map.entry("of an alias", deleteFrom(T.as("x"))),
                Map.entry("second table", update(T).set(ID, UID).from(U).where(ID.eq(UID))),
                Map.entry("ORDER BY or LIMIT", update(T).set(ID, 1).orderBy(ID).limit(1)),
                Map.entry("of an alias", update(T.as("x")).set(ID, 1)),
                Map.entry("RETURNING", insertInto(T, ID).values(1).returning(ID)),
                Map.entry("RETURNING", update(T).set(ID, 1).returning(ID)),
                Map.entry("RETURNING", deleteFrom(T).returning(ID)),
                Map.entry("SEQUENCE", select(sequence(name("s")).nextval())),
                Map.entry("SEQUENCE", createSequence("s")),
                Map.entry("UNIQUE INDEX", createUniqueIndex("i").on(T, ID)),
                Map.entry("ALTER INDEX", alterIndex("i").renameTo("j")),
                Map.entry(
                        "FOREIGN KEY",
                        createTable("x").column(ID).constraint(foreignKey(ID).references(U, UID))),
                Map.entry("UNIQUE", createTable("x").column(ID).constraint(unique(ID))),
                Map.entry("CHECK without", createTable("x").column(ID).constraint(check(ID.gt(1)))),
                Map.entry(
                        "identity column",
                        createTable("x").column("id", SQLDataType.INTEGER.generatedByDefaultAsIdentity())),
                Map.entry("NOT NULL", alterTable(T).alterColumn(ID).dropNotNull()),
                Map.entry("IF EXISTS", alterTableIfExists(T).dropColumn(ID)),
                Map.entry("NATURAL JOIN", select().from(T).naturalJoin(U)),
                Map.entry("STRAIGHT_JOIN", select().from(T).straightJoin(U).on(ID.eq(UID))),
                Map.entry("APPLY", select().from(T).crossApply(select(ID))),
                Map.entry("APPLY", select().from(T).outerApply(select(ID))),
                Map.entry("TO_DATE", select(toDate("2024-01-31", "YYYY-MM-DD"))),
                Map.entry("TO_DATE", select(toTimestamp("2024-01-31", "YYYY-MM-DD"))),
                Map.entry("XML", select(xmlelement("a"))),
                Map.entry(
                        "EXCLUDE",
                        select(sum(ID).over(orderBy(ID)
                                .rowsBetweenUnboundedPreceding()
                                .andCurrentRow()
                                .excludeCurrentRow()))),
                Map.entry("GROUPS", select(sum(ID).over(orderBy(ID).groupsUnboundedPreceding()))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheServerWouldRefuseIsNotRendered(Map.Entry<String, Query> refused) {
        assertThatThrownBy(() -> dsl.render(refused.getValue()))
                .isInstanceOf(SQLDialectNotSupportedException.class)
                .hasMessageStartingWith("ClickHouse has no ")
                .hasMessageContaining(refused.getKey());
    }
}
