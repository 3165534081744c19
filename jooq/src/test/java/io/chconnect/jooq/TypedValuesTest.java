package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.*;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.Test;

/** Types with Java classes of one's own, in columns, casts and DDL. */
@DatabaseTest
class TypedValuesTest {
    /** Labels of an Enum8. */
    public enum Colour {
        /** Red. */
        red,
        /** Green. */
        green
    }

    /** A named Tuple. */
    public record Point(int x, String label) {}

    private final TestDatabase.Scratch database;
    private final DSLContext dsl;

    TypedValuesTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
    }

    private <T> void comesBack(DataType<T> type, T value) {
        assertThat(dsl.select(val(value, type).as("x")).fetchSingle().value1()).isEqualTo(value);
        assertThat(dsl.select(inline(value, type).as("x")).fetchSingle().value1())
                .isEqualTo(value);
    }

    @Test
    void enumsRecordsAndArraysAreValues() {
        comesBack(ClickHouseTypes.of("Enum8('red' = 1, 'green' = 2)", Colour.class), Colour.green);
        comesBack(ClickHouseTypes.of("Tuple(x Int32, label String)", Point.class), new Point(7, "it's"));
        comesBack(ClickHouseTypes.of("Array(UInt64)", List.class), List.of(BigInteger.ONE));
        comesBack(ClickHouseTypes.of("Map(String, Array(UInt8))", Map.class), Map.of("a", List.of((short) 1)));
        comesBack(ClickHouseTypes.of("Array(Int32)", Integer[].class), new Integer[] {1, 2});
        comesBack(ClickHouseTypes.dateTime64(9), Instant.parse("2024-02-29T01:02:03.123456789Z"));
        comesBack(ClickHouseTypes.UINT256, BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
        comesBack(
                ClickHouseTypes.of("DateTime64(6, 'Asia/Tokyo')", LocalDateTime.class),
                LocalDateTime.of(2011, 12, 30, 1, 2, 3, 4000));
    }

    @Test
    void castsNameTheTypeExactly() {
        Field<?> cast = val("7").cast(ClickHouseTypes.of("LowCardinality(Nullable(String))"));
        assertThat(dsl.select(field("toTypeName({0})", String.class, cast))
                        .fetchSingle()
                        .value1())
                .isEqualTo("LowCardinality(Nullable(String))");
        assertThat(dsl.render(val("7").cast(ClickHouseTypes.UINT64))).isEqualTo("cast(? as UInt64)");
    }

    @Test
    void columnsOfTablesHaveTheExactType() {
        dsl.dropTableIfExists("typed").execute();
        dsl.createTable("typed")
                .column("id", ClickHouseTypes.UINT64)
                .column("tags", ClickHouseTypes.of("Array(LowCardinality(String))"))
                .column("n", ClickHouseTypes.of("Nullable(Decimal(76, 5))"))
                .primaryKey("id")
                .execute();
        dsl.alterTable("typed")
                .addColumn("m", ClickHouseTypes.of("Map(String, UInt8)"))
                .execute();
        assertThat(database.text("SELECT arrayStringConcat(groupArray(type), ';') FROM system.columns"
                        + " WHERE table = 'typed' AND database = currentDatabase()"))
                .isEqualTo("UInt64;Array(LowCardinality(String));Nullable(Decimal(76, 5));Map(String, UInt8)");
    }

    @Test
    void conditionsCompareWithParametersOfTheType() {
        Field<BigInteger> id = field(name("x", "id"), ClickHouseTypes.UINT64);
        var query = dsl.select(id)
                .from(table("(select 18446744073709551615 as id)").as("x"))
                .where(id.eq(BigInteger.TWO.pow(64).subtract(BigInteger.ONE)));
        assertThat(query.getSQL(ParamType.INDEXED)).contains("= ?");
        assertThat(query.fetch()).hasSize(1);
    }

    @Test
    void localTimesAreReadAsTheWallTimeOfTheColumn() {
        var row = dsl.resultQuery(
                        "select toDateTime64('2011-12-30 12:00:00.5', 3, 'Asia/Tokyo') as a, toDate('2011-12-30') as b")
                .coerce(field("a", LocalDateTime.class), field("b", java.time.LocalDate.class))
                .fetchSingle();
        assertThat(row.value1()).isEqualTo(LocalDateTime.of(2011, 12, 30, 12, 0, 0, 500_000_000));
        assertThat(row.value2()).isEqualTo(java.time.LocalDate.of(2011, 12, 30));
    }
}
