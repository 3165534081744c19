package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.support.GeneratedKeyHolder;

@Timeout(120)
@ClickHouseServerTest
class SpringJdbcTest {
    private final ClickHouseServer server;

    SpringJdbcTest(ClickHouseServer server) {
        this.server = server;
    }

    /** A row of the tests' table. */
    record Sale(int id, String customer, BigDecimal amount, LocalDate soldOn) {}

    @ParameterizedTest
    @EnumSource
    void rowsAreWrittenInBatchesAndReadAsRecords(Place place) {
        JdbcTemplate template = withTable(place, "sales_batch");

        int[][] counts = template.batchUpdate(
                "INSERT INTO sales_batch (id, customer, amount, sold_on) VALUES (?, ?, ?, ?)",
                List.of(
                        new Sale(1, "Ann", new BigDecimal("10.50"), LocalDate.of(2026, 1, 2)),
                        new Sale(2, "O'Hara", new BigDecimal("-3.25"), LocalDate.of(1970, 1, 1))),
                100,
                (statement, sale) -> {
                    statement.setInt(1, sale.id());
                    statement.setString(2, sale.customer());
                    statement.setBigDecimal(3, sale.amount());
                    statement.setObject(4, sale.soldOn());
                });
        List<Sale> sales = template.query(
                "SELECT id, customer, amount, sold_on FROM sales_batch ORDER BY id",
                new DataClassRowMapper<>(Sale.class));

        assertThat(counts).isDeepEqualTo(new int[][] {{1, 1}});
        assertThat(sales)
                .containsExactly(
                        new Sale(1, "Ann", new BigDecimal("10.50"), LocalDate.of(2026, 1, 2)),
                        new Sale(2, "O'Hara", new BigDecimal("-3.25"), LocalDate.of(1970, 1, 1)));
    }

    @ParameterizedTest
    @EnumSource
    void aSetterOfBatchesAndArgumentsOfUnknownTypeWork(Place place) {
        JdbcTemplate template = withTable(place, "sales_setter");

        template.batchUpdate(
                "INSERT INTO sales_setter (id, customer) VALUES (?, ?)", new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement statement, int row) throws java.sql.SQLException {
                        statement.setInt(1, row);
                        statement.setString(2, "c" + row);
                    }

                    @Override
                    public int getBatchSize() {
                        return 1000;
                    }
                });
        template.update("INSERT INTO sales_setter (id, customer) VALUES (?, ?)", 5000, null);

        assertThat(template.queryForObject("SELECT count() FROM sales_setter", Long.class))
                .isEqualTo(1001);
        assertThat(template.queryForMap("SELECT id, customer FROM sales_setter WHERE id = ?", 5000))
                .containsEntry("id", 5000)
                .containsEntry("customer", null);
        assertThat(template.queryForList(
                        "SELECT customer FROM sales_setter WHERE id IN (?, ?) ORDER BY id", String.class, 3, 4))
                .containsExactly("c3", "c4");
    }

    @ParameterizedTest
    @EnumSource
    void namedParametersTakeLists(Place place) {
        JdbcTemplate template = withTable(place, "sales_named");
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(template);
        named.batchUpdate(
                "INSERT INTO sales_named (id, customer) VALUES (:id, :customer)", new MapSqlParameterSource[] {
                    new MapSqlParameterSource(Map.of("id", 1, "customer", "a")),
                    new MapSqlParameterSource(Map.of("id", 2, "customer", "b"))
                });

        List<String> customers = named.queryForList(
                "SELECT customer FROM sales_named WHERE id IN (:ids) ORDER BY id",
                Map.of("ids", List.of(1, 2, 3)),
                String.class);

        assertThat(customers).containsExactly("a", "b");
        assertThat(JdbcClient.create(template)
                        .sql("SELECT customer FROM sales_named WHERE id = :id")
                        .param("id", 2)
                        .query(String.class)
                        .single())
                .isEqualTo("b");
    }

    @ParameterizedTest
    @EnumSource
    void anInsertFindsItsColumnsInTheMetadata(Place place) {
        JdbcTemplate template = withTable(place, "sales_simple");
        SimpleJdbcInsert insert = new SimpleJdbcInsert(template).withTableName("sales_simple");

        insert.execute(Map.of("id", 7, "customer", "Ann", "amount", new BigDecimal("1.25"), "sold_on", "2026-03-04"));

        assertThat(template.queryForObject("SELECT amount FROM sales_simple WHERE id = 7", BigDecimal.class))
                .isEqualByComparingTo("1.25");
    }

    @ParameterizedTest
    @EnumSource
    void generatedKeysAreNoneInsteadOfAFailure(Place place) {
        JdbcTemplate template = withTable(place, "sales_keys");
        GeneratedKeyHolder keys = new GeneratedKeyHolder();

        template.update(
                connection -> connection.prepareStatement(
                        "INSERT INTO sales_keys (id, customer) VALUES (1, 'x')", Statement.RETURN_GENERATED_KEYS),
                keys);

        assertThat(keys.getKeyList()).isEmpty();
        assertThat(template.queryForObject("SELECT count() FROM sales_keys", Integer.class))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void errorsBecomeSpringsOwn(Place place) {
        JdbcTemplate template = new JdbcTemplate(place.dataSource(server));
        template.setQueryTimeout(1);

        assertThatThrownBy(() -> template.queryForList("SELECT * FROM no_such_table"))
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> template.queryForList("SELEKT 1")).isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> template.queryForList("SELECT sum(sipHash64(number)) FROM system.numbers"))
                .isInstanceOf(QueryTimeoutException.class);
    }

    private JdbcTemplate withTable(Place place, String table) {
        JdbcTemplate template = new JdbcTemplate(place.dataSource(server));
        template.execute("DROP TABLE IF EXISTS " + table);
        template.execute("CREATE TABLE " + table + " (id Int32, customer Nullable(String), amount Decimal(10, 2),"
                + " sold_on Date) ENGINE = MergeTree ORDER BY id");
        return template;
    }
}
