package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** jOOQ without a dialect of ClickHouse: the SQL is written by hand, jOOQ binds, reads and maps. */
@Timeout(120)
@ClickHouseServerTest
class JooqPlainSqlTest {
    private final ClickHouseServer server;

    JooqPlainSqlTest(ClickHouseServer server) {
        this.server = server;
    }

    record Sale(int id, String item, BigDecimal price, LocalDate day) {}

    @ParameterizedTest
    @EnumSource
    void plainSqlIsBoundFetchedAndMapped(Place place) throws SQLException {
        try (Connection connection = place.dataSource(server).getConnection()) {
            DSLContext jooq = sales(connection, "jooq_map");

            List<Sale> sales = jooq.resultQuery(
                            "SELECT id, item, price, day FROM jooq_map.sales WHERE price > ? AND item <> ? ORDER BY id",
                            new BigDecimal("1.00"),
                            "it's")
                    .fetchInto(Sale.class);

            assertThat(sales)
                    .containsExactly(
                            new Sale(1, "back\\slash", new BigDecimal("1.50"), LocalDate.of(2001, 1, 1)),
                            new Sale(3, "last", new BigDecimal("9.99"), LocalDate.of(2299, 12, 31)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void typesOfClickHouseComeBack(Place place) throws SQLException {
        try (Connection connection = place.dataSource(server).getConnection()) {
            Record row = DSL.using(connection, SQLDialect.DEFAULT)
                    .fetchOne(
                            "SELECT toUInt64(18446744073709551615) AS large, [1, 2]::Array(Int64) AS list,"
                                    + " NULL::Nullable(Int32) AS nothing, toUUID('00000000-0000-0000-0000-000000000007') AS id");

            assertThat(row).isNotNull();
            assertThat(row.get("large", BigInteger.class)).isEqualTo(new BigInteger("18446744073709551615"));
            assertThat(row.get("list", Long[].class)).containsExactly(1L, 2L);
            assertThat(row.get("nothing", Integer.class)).isNull();
            assertThat(row.get("id", String.class)).isEqualTo("00000000-0000-0000-0000-000000000007");
        }
    }

    @ParameterizedTest
    @EnumSource
    void clausesOfClickHouseGoIntoTemplates(Place place) throws SQLException {
        try (Connection connection = place.dataSource(server).getConnection()) {
            DSLContext jooq = sales(connection, "jooq_dsl");

            Result<?> result = jooq.select(
                            field("item", String.class),
                            field("sum(price)", BigDecimal.class).as("total"))
                    .from(table("jooq_dsl.sales FINAL"))
                    .where(condition("has([1, 2], id)"))
                    .and(field("id", Integer.class).in(1, 2, 4))
                    .groupBy(field("item"))
                    .orderBy(field("item"))
                    .fetch();

            assertThat(result.getValues("total", BigDecimal.class))
                    .containsExactly(new BigDecimal("1.50"), new BigDecimal("2.00"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchesAndStreamsRun(Place place) throws SQLException {
        try (Connection connection = place.dataSource(server).getConnection()) {
            DSLContext jooq = sales(connection, "jooq_batch");
            var batch = jooq.batch("INSERT INTO jooq_batch.sales (id, item, price, day) VALUES (?, ?, ?, ?)");
            for (int id = 100; id < 1100; id++) {
                batch = batch.bind(id, "item " + id, new BigDecimal(id), LocalDate.of(2001, 1, 1));
            }

            assertThat(batch.execute()).hasSize(1000).containsOnly(1);
            try (Stream<Record> rows =
                    jooq.resultQuery("SELECT id FROM jooq_batch.sales WHERE id >= 100 ORDER BY id").stream()
                            .map(row -> row)) {
                assertThat(rows.mapToInt(row -> row.get(0, Integer.class)).sum())
                        .isEqualTo(599_500);
            }
            assertThat(jooq.fetchCount(table(name("jooq_batch", "sales")))).isEqualTo(1003);
        }
    }

    @ParameterizedTest
    @EnumSource
    void errorsKeepTheirCause(Place place) throws SQLException {
        try (Connection connection = place.dataSource(server).getConnection()) {
            DSLContext jooq = DSL.using(connection, SQLDialect.DEFAULT);

            assertThatThrownBy(() -> jooq.fetch("SELECT no_such_column"))
                    .isInstanceOfSatisfying(
                            DataAccessException.class,
                            e -> assertThat(e.sqlState()).startsWith("42"))
                    .hasCauseInstanceOf(SQLSyntaxErrorException.class);
        }
    }

    private static DSLContext sales(Connection connection, String database) {
        DSLContext jooq = DSL.using(connection, SQLDialect.DEFAULT);
        jooq.execute("CREATE DATABASE " + database + " ENGINE = Atomic");
        jooq.execute("CREATE TABLE " + database + ".sales (id Int32, item String, price Decimal(10, 2), day Date32)"
                + " ENGINE = ReplacingMergeTree ORDER BY id");
        jooq.query(
                        "INSERT INTO " + database + ".sales VALUES (?, ?, ?, ?)",
                        1,
                        "back\\slash",
                        new BigDecimal("1.50"),
                        LocalDate.of(2001, 1, 1))
                .execute();
        jooq.query(
                        "INSERT INTO " + database + ".sales VALUES (?, ?, ?, ?)",
                        2,
                        "it's",
                        new BigDecimal("2.00"),
                        LocalDate.of(1969, 12, 31))
                .execute();
        jooq.query(
                        "INSERT INTO " + database + ".sales VALUES (?, ?, ?, ?)",
                        3,
                        "last",
                        new BigDecimal("9.99"),
                        LocalDate.of(2299, 12, 31))
                .execute();
        return jooq;
    }
}
