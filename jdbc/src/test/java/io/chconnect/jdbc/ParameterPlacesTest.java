package io.chconnect.jdbc;

import static io.chconnect.jdbc.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a question mark can stand, and what it is given to the server as. The page on JDBC has the same table. */
class ParameterPlacesTest extends BothTransports {
    private static final String PARAMETER = "parameter";
    private static final String LITERAL = "literal";
    private static final String REFUSED = "refused";

    private static final List<Place> PLACES = List.of(
            new Place("value, function argument", PARAMETER, "SELECT concat(?, ?)", "ab", "a", "b"),
            new Place(
                    "array, tuple and map constructor",
                    PARAMETER,
                    "SELECT ([?], (?, ?), map(?, ?))",
                    "([1],(2,'x'),{'k':3})",
                    1,
                    2,
                    "x",
                    "k",
                    3),
            new Place("index of an array or map", PARAMETER, "SELECT [5, 6, 7][?]", "6", 2),
            new Place(
                    "`?::Type` and `CAST(? AS Type)`",
                    PARAMETER,
                    "SELECT ?::Date, CAST(? AS Int8)",
                    "2024-02-29",
                    "2024-02-29",
                    7),
            new Place(
                    "both sides of a comparison, `LIKE`, `BETWEEN`",
                    PARAMETER,
                    "SELECT 'abc' LIKE ? AND 2 BETWEEN ? AND ?",
                    "1",
                    "a%",
                    1,
                    3),
            new Place("`IN (?, ?)`", PARAMETER, "SELECT 2 IN (?, ?)", "1", 1, 2),
            new Place(
                    "`IN (?)` and `IN ?` with an array or collection",
                    PARAMETER,
                    "SELECT 2 IN (?) AND 2 IN ?",
                    "1",
                    new int[] {1, 2},
                    List.of(2, 3)),
            new Place("operands of the ternary operator", PARAMETER, "SELECT ? ? ? : ?", "yes", true, "yes", "no"),
            new Place("`CASE`", PARAMETER, "SELECT CASE ? WHEN ? THEN ? ELSE ? END", "y", 1, 1, "y", "n"),
            new Place("within a lambda", PARAMETER, "SELECT arrayMap(x -> x + ?, [1, 2])", "[4,5]", 3),
            new Place(
                    "parameter of an aggregate function",
                    PARAMETER,
                    "SELECT quantileExact(?)(number) FROM numbers(11)",
                    "5",
                    0.5),
            new Place(
                    "`LIMIT ?`, `LIMIT ?, ?`, `LIMIT ? BY`, `FETCH FIRST ? ROWS`",
                    PARAMETER,
                    "SELECT number FROM numbers(9) ORDER BY number LIMIT ?, ?",
                    "4",
                    4,
                    2),
            new Place("`OFFSET ?`", LITERAL, "SELECT number FROM numbers(9) ORDER BY number LIMIT 1 OFFSET ?", "4", 4),
            new Place("`TOP ?`", LITERAL, "SELECT TOP ? number FROM numbers(9)", "0", 4),
            new Place("`SAMPLE ?`, `SAMPLE ? OFFSET ?`", LITERAL, "SELECT count() FROM sampled SAMPLE ?", "4", 1),
            new Place("`INTERVAL ? DAY`", PARAMETER, "SELECT toDate('2024-02-28') + INTERVAL ? DAY", "2024-03-01", 2),
            new Place("`DATE ?`, `TIMESTAMP ?` with a text", LITERAL, "SELECT DATE ? + 1", "2024-03-01", "2024-02-29"),
            new Place("`LIKE … ESCAPE ?`", LITERAL, "SELECT 'a_c' LIKE 'a!_c' ESCAPE ?", "1", "!"),
            new Place("`SHOW … LIKE ?`", LITERAL, "SHOW TABLES LIKE ?", "sampled", "sam%"),
            new Place("`COMMENT ?`", LITERAL, "ALTER TABLE sampled MODIFY COMMENT ?", null, "it's a \\ comment"),
            new Place(
                    "`WITH ? AS x`, subqueries, table functions",
                    PARAMETER,
                    "WITH ? AS x SELECT x + (SELECT ?) FROM numbers(?)",
                    "5",
                    2,
                    3,
                    1),
            new Place(
                    "`WITH FILL FROM ? TO ? STEP ?`",
                    PARAMETER,
                    "SELECT number FROM numbers(1) ORDER BY number WITH FILL FROM ? TO ? STEP ?",
                    "0",
                    0,
                    9,
                    3),
            new Place(
                    "`SETTINGS name = ?`",
                    LITERAL,
                    "SELECT getSetting('max_threads') SETTINGS max_block_size = ?, max_threads = ?",
                    "3",
                    100,
                    3),
            new Place("`SET name = ?`", PARAMETER, "SET max_insert_threads = ?", null, 3),
            new Place(
                    "`ALTER … UPDATE`, `DELETE FROM … WHERE`", PARAMETER, "DELETE FROM sampled WHERE a = ?", null, 77),
            new Place(
                    "`DEFAULT ?`, `PARTITION ?`",
                    PARAMETER,
                    "ALTER TABLE sampled ADD COLUMN IF NOT EXISTS c String DEFAULT ?",
                    null,
                    "it's"),
            new Place(
                    "query of a materialized view",
                    PARAMETER,
                    "CREATE MATERIALIZED VIEW IF NOT EXISTS m ENGINE = Memory AS SELECT a + ? AS b FROM sampled",
                    null,
                    1),
            new Place(
                    "query of a view",
                    LITERAL,
                    "CREATE OR REPLACE VIEW v AS SELECT ? AS a, ? AS b",
                    null,
                    LocalDate.of(2024, 2, 29),
                    "it's"),
            new Place("name of a table, column, database or alias", REFUSED, "SELECT * FROM ?", null, "sampled"),
            new Place("type, format, keyword", REFUSED, "SELECT 1 FORMAT ?", null, "CSV"));

    ParameterPlacesTest(ClickHouseServer server) {
        super(server);
    }

    /** A place: what the page says of it, a statement, and the text of the first value it answers with. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
    private record Place(String name, String given, String sql, String answer, Object... values) {}

    @BeforeAll
    void createTables() throws SQLException {
        for (Over transport : Over.values()) {
            execute(connection(transport), "CREATE TABLE sampled (a UInt32) ENGINE = MergeTree ORDER BY a SAMPLE BY a");
            execute(connection(transport), "INSERT INTO sampled SELECT number FROM numbers(4)");
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void everyPlaceTakesOrRefusesAsThePageSays(Over transport) throws SQLException {
        for (Place place : PLACES) {
            try (PreparedStatement statement = connection(transport).prepareStatement(place.sql)) {
                assertThat(statement.getParameterMetaData().getParameterCount())
                        .as(place.sql)
                        .isEqualTo(place.values.length);
                for (int i = 0; i < place.values.length; i++) {
                    statement.setObject(i + 1, place.values[i]);
                }
                if (place.given.equals(REFUSED)) {
                    assertThatThrownBy(statement::execute)
                            .as(place.sql)
                            .isInstanceOf(SQLSyntaxErrorException.class)
                            .hasMessageStartingWith("Parameter 1 stands where ClickHouse takes no value");
                } else {
                    assertThat(statement.execute()).as(place.sql).isEqualTo(place.answer != null);
                    requireAnswer(statement, place);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void aLiteralTakesNumbersAndTextsOnly(Over transport) throws SQLException {
        try (PreparedStatement statement =
                connection(transport).prepareStatement("SELECT number FROM numbers(9) LIMIT 1 OFFSET ?")) {
            statement.setObject(1, LocalDate.of(2024, 2, 29));
            assertThatThrownBy(statement::executeQuery)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Parameter 1")
                    .hasMessageContaining("java.time.LocalDate");
            statement.setDouble(1, Double.NaN);
            assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void aViewKeepsTheValuesWithTheirTypes(Over transport) throws SQLException {
        Connection connection = connection(transport);
        try (PreparedStatement statement =
                connection.prepareStatement("CREATE OR REPLACE VIEW kept AS SELECT ? AS a, ? AS b, ? AS c, ? AS d")) {
            statement.setObject(1, LocalDate.of(2024, 2, 29));
            statement.setString(2, "it's \\ {b:String}\n?");
            statement.setBigDecimal(3, new java.math.BigDecimal("1.50"));
            statement.setNull(4, java.sql.Types.VARCHAR);
            statement.execute();
        }
        try (ResultSet result = connection.createStatement().executeQuery("SELECT * FROM kept")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getObject(1, LocalDate.class)).isEqualTo(LocalDate.of(2024, 2, 29));
            assertThat(result.getString(2)).isEqualTo("it's \\ {b:String}\n?");
            assertThat(result.getBigDecimal(3)).isEqualTo("1.50");
            assertThat(result.getString(4)).isNull();
        }
    }

    @Test
    void thePageHasTheSameTable() {
        assertThat(JdbcPage.table("Where a question mark stands"))
                .containsExactlyElementsOf(PLACES.stream()
                        .map(place -> List.of(place.name, place.given))
                        .toList());
    }

    private static void requireAnswer(PreparedStatement statement, Place place) throws SQLException {
        if (place.answer != null) {
            try (ResultSet result = statement.getResultSet()) {
                assertThat(result.next()).as(place.sql).isTrue();
                assertThat(result.getString(1)).as(place.sql).isEqualTo(place.answer);
            }
        }
    }
}
