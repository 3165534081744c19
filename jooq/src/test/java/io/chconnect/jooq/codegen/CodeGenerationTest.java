package io.chconnect.jooq.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.jooq.ClickHouseDSL;
import io.chconnect.jooq.DatabaseTest;
import io.chconnect.jooq.TestDatabase;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.meta.jaxb.ForcedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code is generated of the quickstart's flights, compiled, and run. */
@DatabaseTest
class CodeGenerationTest {
    private static final String PROGRAM = """
            package io.chconnect.flights;

            import static io.chconnect.flights.Tables.*;
            import static org.jooq.impl.DSL.*;

            import io.chconnect.flights.tables.records.QuickstartFlightsRecord;
            import java.time.ZonedDateTime;
            import java.util.List;
            import java.util.Map;
            import java.util.function.Function;
            import org.jooq.*;

            public final class Program implements Function<DSLContext, Object> {
                @Override
                public Object apply(DSLContext dsl) {
                    Result<Record2<String, Integer>> worst = dsl.select(
                                    QUICKSTART_FLIGHTS.ORIGIN, count())
                            .from(QUICKSTART_FLIGHTS)
                            .where(QUICKSTART_FLIGHTS.DELAY.gt((short) 300).and(QUICKSTART_FLIGHTS.DESTINATION.eq("B1")))
                            .groupBy(QUICKSTART_FLIGHTS.ORIGIN)
                            .orderBy(count().desc(), QUICKSTART_FLIGHTS.ORIGIN)
                            .limit(1)
                            .fetch();
                    QuickstartFlightsRecord first = dsl.selectFrom(QUICKSTART_FLIGHTS)
                            .orderBy(QUICKSTART_FLIGHTS.DATE)
                            .limit(1)
                            .fetchSingle();
                    ZonedDateTime date = first.getDate();
                    Integer distance = first.getDistance();
                    dsl.insertInto(EVERY)
                            .set(EVERY.ID, java.math.BigInteger.TWO.pow(63))
                            .set(EVERY.TAGS, List.of("a", "it's"))
                            .set(EVERY.M, Map.of("k", List.of((short) 255)))
                            .set(EVERY.OD_22D__5c_NAME, "odd")
                            .execute();
                    var every = dsl.selectFrom(EVERY).fetchSingle();
                    List<String> tags = every.getTags();
                    Map<String, List<Short>> map = every.getM();
                    return List.of(
                            worst.get(0).value1() + " " + worst.get(0).value2(),
                            date.toInstant() + " " + distance,
                            dsl.fetchCount(LATE),
                            dsl.select(sum(DAYS.FLIGHTS)).from(DAYS).fetchSingle().value1().toString(),
                            dsl.select(AIRPORTS.NUMBER).from(AIRPORTS).where(AIRPORTS.CODE.eq("A7")).fetchSingle().value1(),
                            every.get(EVERY.ID) + " " + tags + " " + map + " " + every.getTwice() + " " + every.get(EVERY.OD_22D__5c_NAME));
                }
            }
            """;

    private static final String FORCED = """
            package io.chconnect.flights;

            import static io.chconnect.flights.Tables.EVERY;

            import java.math.BigInteger;
            import java.time.DayOfWeek;
            import java.util.function.Function;
            import org.jooq.DSLContext;

            public final class Program implements Function<DSLContext, Object> {
                @Override
                public Object apply(DSLContext dsl) {
                    dsl.insertInto(EVERY, EVERY.ID, EVERY.WEEKDAY).values(BigInteger.ONE, DayOfWeek.TUESDAY).execute();
                    DayOfWeek day = dsl.selectFrom(EVERY).where(EVERY.WEEKDAY.ne(DayOfWeek.MONDAY)).fetchSingle().getWeekday();
                    return day;
                }
            }
            """;

    private final TestDatabase.Scratch database;

    @TempDir
    private Path directory;

    CodeGenerationTest(TestDatabase.Scratch database) {
        this.database = database;
    }

    private DSLContext dsl() {
        DSLContext dsl = ClickHouseDSL.using(database.client());
        return dsl.configuration()
                .deriveSettings(settings -> settings.withRenderMapping(new RenderMapping()
                        .withSchemata(
                                new MappedSchema().withInput("flights").withOutput(database.name() + "_flights"))))
                .dsl();
    }

    private void withFlights(Work work) throws Exception {
        String name = database.name() + "_flights";
        database.run("DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name + " ENGINE = Atomic");
        Flights.create(database.client(), name);
        try {
            work.on(name);
        } finally {
            database.run("DROP DATABASE " + name);
        }
    }

    /** Something to do with the flights. */
    private interface Work {
        void on(String database) throws Exception;
    }

    @Test
    void generatedCodeCompilesAndRuns() throws Exception {
        withFlights(name -> {
            GeneratedCode code = new GeneratedCode(directory);
            code.generate(database.client(), name);
            code.write("Program", PROGRAM);
            code.compile();
            assertThat(code.run("Program", dsl()))
                    .isEqualTo(List.of(
                            database.text("SELECT concat(origin, ' ', toString(count())) FROM " + name
                                    + ".quickstart_flights WHERE delay > 300 AND destination = 'B1'"
                                    + " GROUP BY origin ORDER BY count() DESC, origin LIMIT 1"),
                            "2001-01-01T00:00:00Z 0",
                            // 309 of the 400 delays, 25 times
                            7_725,
                            "10000",
                            BigInteger.TWO,
                            "9223372036854775808 [a, it's] {k=[255]} 0 odd"));
        });
    }

    @Test
    void theEmbeddedEngineGivesTheSameCode() throws Exception {
        withFlights(name -> {
            GeneratedCode served = new GeneratedCode(directory.resolve("served"));
            served.generate(database.client(), name);
            GeneratedCode embedded = new GeneratedCode(directory.resolve("embedded"));
            try (Client client = Client.connect("chdb:memory")) {
                client.command("CREATE DATABASE " + name + " ENGINE = Atomic");
                Flights.create(client, name);
                embedded.generate(client, name);
            }
            assertThat(embedded.files()).isEqualTo(served.files());
        });
    }

    @Test
    void tablesSayTheirTypesKeysEnginesAndComments() throws Exception {
        withFlights(name -> {
            GeneratedCode code = new GeneratedCode(directory);
            code.generate(database.client(), name);
            Map<String, String> files = code.files();
            assertThat(files)
                    .containsKeys(Stream.of("QuickstartFlights", "Late", "Days", "Airports", "Every")
                            .map(GeneratedCode::table)
                            .toArray(String[]::new));
            assertThat(files.keySet()).noneMatch(file -> file.contains("nner"));
            assertThat(files.get(GeneratedCode.table("QuickstartFlights")))
                    .contains("ClickHouseTypes.of(\"DateTime('UTC')\", ZonedDateTime.class)")
                    .contains("ClickHouseTypes.of(\"LowCardinality(String)\", String.class)")
                    .contains("this, \"minutes, \\\"early\\\" below 0\"")
                    .contains("DSL.comment(\"US flights of 2001\")")
                    .contains("return \"MergeTree ORDER BY (origin, date) SETTINGS index_granularity = 8192\"");
            assertThat(files.get(GeneratedCode.table("Every")))
                    .contains("ClickHouseTypes.of(\"Tuple(a Int8, `b c` String)\"")
                    .contains("ClickHouseTypes.of(\"Enum8('red' = 1, 'it\\\\'s' = 2)\", String.class)")
                    .contains("TableField<EveryRecord, List<String>> TAGS")
                    .doesNotContain("RAW =", "Deprecated")
                    .contains("PARTITION BY toYYYYMM(at) PRIMARY KEY id ORDER BY (id, u)");
            assertThat(files.get(GeneratedCode.table("Late"))).contains("TableOptions.view(");
            assertThat(files.get(GeneratedCode.table("Days"))).contains("TableOptions.materializedView(");
            assertThat(files.get("io/chconnect/flights/Indexes.java"))
                    .contains("EVERY_BY_IP", "EVERY_ORDER_BY", "EVERY_PRIMARY_KEY", "QUICKSTART_FLIGHTS_ORDER_BY")
                    .doesNotContain("LOW");
        });
    }

    @Test
    void typesMayBeForced() throws Exception {
        withFlights(name -> {
            GeneratedCode code = new GeneratedCode(directory);
            code.generate(
                    database.client(),
                    name,
                    new ForcedType()
                            .withUserType(DayOfWeek.class.getName())
                            .withEnumConverter(true)
                            .withIncludeTypes("Enum8\\('MONDAY'.*"));
            code.write("Program", FORCED);
            code.compile();
            assertThat(code.run("Program", dsl())).isEqualTo(DayOfWeek.TUESDAY);
        });
    }
}
