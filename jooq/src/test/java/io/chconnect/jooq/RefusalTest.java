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
                Map.entry("UNNEST", select().from(T, unnest(TAGS).as("x"))),
                Map.entry(
                        "interval between",
                        select(localDateTimeDiff(
                                inline(java.time.LocalDateTime.MIN), inline(java.time.LocalDateTime.MAX)))),
                Map.entry("DEFAULT VALUES", insertInto(T).defaultValues()));
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
