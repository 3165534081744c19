package io.chconnect.jdbc;

import static io.chconnect.jdbc.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thousands of random values through question marks in all kinds of places: what comes back is what went in. */
class ParameterFuzzTest extends BothTransports {
    private static final long SEED = 20_261_125;

    ParameterFuzzTest(ClickHouseServer server) {
        super(server);
    }

    /** Places in a query, each with one value; {@code %} is the ternary operator's. */
    private static final List<String> PLACES = List.of(
            "?",
            "(?, 1).1",
            "[?][1]",
            "map('?', ?)['?'] /* ? */",
            "if(1, ?, NULL)",
            "identity(?)",
            "materialize(?)",
            "arrayMap(x -> x, [?])[1]",
            "arrayFirst(x -> 1, arrayConcat([?], []))",
            "(SELECT ?)",
            "tupleElement(tuple('$$?$$', ?), 2)",
            "(1 = 1) ? ? : NULL",
            "any(?) OVER ()",
            "(WITH ? AS x SELECT x)",
            "CASE WHEN 1 THEN ? ELSE NULL END",
            "coalesce(NULL, ?)",
            "toNullable(?)",
            "argMax(?, 1) OVER ()");

    /** Those of them that containers, which are never nullable, cannot stand in. */
    private static final List<String> NULLABLE = List.of("NULL", "Nullable");

    @ParameterizedTest
    @EnumSource(Over.class)
    void valuesComeBackFromEveryPlace(Over transport) throws SQLException {
        RandomValues random = new RandomValues(SEED);
        int values = 0;
        while (values < 10_000) {
            List<String> places = new ArrayList<>();
            List<Object> given = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Object value = random.next();
                String place = PLACES.get(random.below(PLACES.size()));
                boolean container = value instanceof List || value instanceof Map;
                places.add(container && NULLABLE.stream().anyMatch(place::contains) ? "?" : place);
                given.add(value);
            }
            try (PreparedStatement statement =
                    connection(transport).prepareStatement("SELECT " + String.join(",\n", places) + " -- ?")) {
                assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(given.size());
                set(statement, given);
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    for (int i = 0; i < given.size(); i++) {
                        Object expected = given.get(i);
                        assertThat(read(result, i + 1, expected))
                                .as("%s in %s", expected, places.get(i))
                                .isEqualTo(expected);
                    }
                }
            }
            values += given.size();
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void textsAreFoundAgainByComparing(Over transport) throws SQLException {
        RandomValues random = new RandomValues(SEED + 1);
        String one =
                "? = ?, ? IN (?), ? IN (?, 'x'), has([?], ?), ? LIKE replaceRegexpAll(?, '([\\\\\\\\%_])', '\\\\\\\\\\\\1'),"
                        + " ? BETWEEN ? AND ?, position(concat('>', ?), ?) = 2 OR ? = '', ? IN ?";
        try (PreparedStatement statement = connection(transport).prepareStatement("SELECT " + one)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int round = 0; round < 150; round++) {
                String text = random.text();
                for (int i = 1; i < parameters; i++) {
                    statement.setString(i, text);
                }
                statement.setObject(parameters, new String[] {text + "x", text});
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        assertThat(result.getBoolean(i))
                                .as("%s of <%s>", i, text)
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void numbersCountWhereTheGrammarCounts(Over transport) throws SQLException {
        RandomValues random = new RandomValues(SEED + 2);
        try (PreparedStatement statement = connection(transport)
                .prepareStatement("SELECT min(n), max(n), any(d), any(e) FROM (SELECT number AS n,"
                        + " dateDiff('day', toDate('2000-01-01'), toDate('2000-01-01') + INTERVAL ? DAY) AS d,"
                        + " range(5000)[?] AS e FROM numbers(?) WHERE number >= ? ORDER BY n LIMIT ? OFFSET ?)")) {
            for (int round = 0; round < 100; round++) {
                int days = random.below(20_000);
                int index = random.below(5000) + 1;
                int from = random.below(1000);
                int limit = random.below(500) + 1;
                int offset = random.below(500);
                set(statement, List.of(days, index, 3000, from, limit, offset));
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getInt(1)).isEqualTo(from + offset);
                    assertThat(result.getInt(2)).isEqualTo(from + offset + limit - 1);
                    assertThat(result.getInt(3)).isEqualTo(days);
                    assertThat(result.getInt(4)).isEqualTo(index - 1);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void insertsOfEveryKindStoreWhatIsGiven(Over transport) throws SQLException {
        Connection connection = connection(transport);
        execute(
                connection,
                "CREATE TABLE kinds (id Int32, s String, n Nullable(Float64), t DateTime64(9, 'Asia/Tokyo'),"
                        + " a Array(Nullable(String)), b String) ENGINE = MergeTree ORDER BY id");
        List<String> statements = List.of(
                "INSERT INTO kinds VALUES (?, ?, ?, ?, ?, ?)",
                "INSERT INTO kinds (id, s, n, t, a, b) VALUES (?, concat(?, ''), ?, ?, arrayConcat(?), ?)",
                "INSERT INTO kinds SELECT ?, ?, ?, ?, ?, ?",
                "INSERT INTO kinds VALUES (?, ?, ?, ?, ?, ?), (-1, '?', 1, now64(9), [], '')");
        RandomValues random = new RandomValues(SEED + 3);
        List<List<Object>> rows = new ArrayList<>();
        for (String sql : statements) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < 60; i++) {
                    List<Object> row = new ArrayList<>(List.of(rows.size(), random.text()));
                    row.add(random.below(3) == 0 ? null : random.below(1000) / 7.0);
                    row.add(random.instant());
                    row.add(random.below(4) == 0 ? List.of() : List.of(random.text(), random.text()));
                    row.add(random.bytes(9));
                    rows.add(row);
                    set(statement, row);
                    if (i % 6 == 0) {
                        statement.executeUpdate();
                    } else {
                        statement.addBatch();
                    }
                }
                assertThat(statement.executeBatch()).hasSize(50);
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM kinds WHERE id >= 0 ORDER BY id")) {
            for (List<Object> row : rows) {
                assertThat(result.next()).isTrue();
                for (int i = 0; i < row.size(); i++) {
                    assertThat(read(result, i + 1, row.get(i)))
                            .as("row %s", row)
                            .isEqualTo(row.get(i));
                }
            }
            assertThat(result.next()).isFalse();
        }
    }

    private static void set(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    /** The value in the class of the expected one. */
    private static Object read(ResultSet result, int column, Object expected) throws SQLException {
        if (expected == null) {
            return result.getObject(column);
        }
        if (expected instanceof List) {
            return result.getObject(column, List.class);
        }
        return expected instanceof Map
                ? result.getObject(column, Map.class)
                : result.getObject(column, expected.getClass());
    }
}
