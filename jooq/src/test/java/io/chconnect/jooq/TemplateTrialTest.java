package io.chconnect.jooq;

import static io.chconnect.jooq.SelectTrialTest.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.*;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More queries of the trial of jOOQ alone: unfolded arrays, the clock, and what was written by templates. */
@DatabaseTest
class TemplateTrialTest {
    private final DSLContext dsl;

    TemplateTrialTest(TestDatabase.Scratch database) {
        dsl = ClickHouseDSL.using(database.client());
        TrialTables.create(database);
    }

    static List<Trial.Case> statements() {
        return new Trial()
                .add(
                        "what the clock says",
                        "true,true,true",
                        d -> d.select(
                                field(currentDate().gt(java.sql.Date.valueOf("2024-01-01"))),
                                field(currentTimestamp().ge(currentTimestamp())),
                                field(currentLocalDateTime().gt(java.time.LocalDateTime.of(2024, 1, 1, 0, 0)))))
                .add(
                        "cast to a time",
                        "2024-01-01T00:00",
                        d -> d.select(TS.cast(SQLDataType.LOCALDATETIME))
                                .from(T)
                                .where(ID.eq(1)))
                .add(
                        "unnest of a column",
                        "1,x | 1,y | 2,z",
                        d -> d.select(ID, field(name("x", "y")))
                                .from(T, unnest(TAGS).as("x", "y"))
                                .orderBy(1, 2))
                .add(
                        "unnest of a column, joined crosswise, by odd names",
                        "y,one",
                        d -> d.select(field(name("x` \\", "y` '\\")), W)
                                .from(T)
                                .join(U)
                                .on(ID.eq(UID))
                                .crossJoin(unnest(TAGS).as("x` \\", "y` '\\"))
                                .where(field(name("x` \\", "y` '\\"), String.class)
                                        .eq("y")))
                .add(
                        "a column of an unnest in a derived table",
                        "z",
                        d -> d.select(max(field(name("z", "y"), String.class)))
                                .from(d.select(field(name("x", "y")))
                                        .from(T, unnest(TAGS).as("x", "y"))
                                        .asTable("z")))
                .add(
                        "everything beside an unnest",
                        "2",
                        d -> d.select(count())
                                .from(d.select()
                                        .from(T, unnest(TAGS).as("x", "y"))
                                        .asTable("z"))
                                .where(field(name("z", "y"), String.class).ne("x"))
                                .and(field(name("z", "id"), Integer.class).lt(3)))
                .add(
                        "FINAL by a template",
                        "1 | 2",
                        d -> d.select(field(name("x", "id")))
                                .from(table("{0} as {1} final", name("f"), name("x")))
                                .orderBy(1))
                .add(
                        "SAMPLE by a template",
                        "2",
                        d -> d.select(count()).from(table("{0} as {1} sample 1", name("s"), name("x"))))
                .add(
                        "ARRAY JOIN by a template",
                        "x | y | z",
                        d -> d.select(field(name("x")))
                                .from(table("{0} array join {1} as {2}", name("t"), TAGS, name("x")))
                                .orderBy(1))
                .add(
                        "SETTINGS by an option",
                        "1",
                        d -> d.select(field("getSetting('max_threads')")).option("SETTINGS max_threads = 1"))
                .add(
                        "SETTINGS behind a limit",
                        "1",
                        d -> d.select(ID).from(T).orderBy(ID).limit(1).option("SETTINGS max_threads = 1"))
                .add(
                        "parameters of an aggregate by a template",
                        "2.4",
                        d -> d.select(field("quantile({0})({1})", Double.class, inline(0.9), V))
                                .from(T))
                .add(
                        "combinators by their names",
                        "2.5",
                        d -> d.select(function("sumIf", Double.class, V, field(V.gt(2.0))))
                                .from(T))
                .add(
                        "elements of maps and tuples by templates",
                        "1,p",
                        d -> d.select(
                                        field("{0}['k']", Integer.class, name("t", "m")),
                                        field("{0}.{1}", String.class, name("t", "tp"), name("b")))
                                .from(T)
                                .where(ID.eq(1)))
                .add(
                        "a cast to a time keeps its fraction",
                        "2024-01-02T03:04:05.123456,2024-01-02T03:04:05.123",
                        d -> d.select(
                                val("2024-01-02 03:04:05.123456").cast(SQLDataType.LOCALDATETIME),
                                val("2024-01-02 03:04:05.123456").cast(SQLDataType.LOCALDATETIME(3))))
                .add(
                        "quotients of integers are integers, others are not",
                        "2,-2,2.5",
                        d -> d.select(val(5).div(2), val(-5L).div(2L), val(5.0).div(2)))
                .add(
                        "functions of texts",
                        "A,900150983cd24fb0d6963f7d28e17f72,ff,0,100,4,b,3",
                        d -> d.select(
                                chr(65),
                                md5("abc"),
                                toHex(255),
                                toHex(0),
                                toHex(256),
                                position(val("abcb"), "b", 3),
                                splitPart(val("a,b"), val(","), val(2)),
                                widthBucket(val(5), 0, 10, 5)))
                .add(
                        "functions of arrays",
                        "true,false,true,[1;3],[2;1],[a;b]",
                        d -> d.select(
                                field(array(1, 2).contains(array(1))),
                                field(array(1, 2).contains(array(3))),
                                field(arrayOverlap(array(1, 2), array(2, 3))),
                                arrayReplace(array(1, 2), val(2), val(3)),
                                arrayReverse(array(1, 2)),
                                stringToArray("a,b", ",")))
                .add(
                        "a random number is between 0 and 1",
                        "true,false",
                        d -> d.select(
                                field(rand().between(BigDecimal.ZERO, BigDecimal.ONE)),
                                field(rand().eq(BigDecimal.ZERO))))
                .add(
                        "whether a text is JSON",
                        "true,false,true",
                        d -> d.select(
                                field(val("{\"a\":[1]}").isJson()),
                                field(val("{").isJson()),
                                field(val("{").isNotJson())))
                .cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void everyQueryOfTheTrialGivesTheRightRows(Trial.Case trial) {
        assertThat(Trial.rows(trial.statement().of(dsl).fetch())).isEqualTo(trial.expected());
    }
}
