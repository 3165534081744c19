package io.chconnect.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which question marks are parameters, which inserts go as columns, and what JDBC's escapes become. */
class ParsedSqlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT §",
                "SELECT §, '?', \"?\", `?`, $$ ? $$, $a$ ? $$ ? $a$, § -- ?\n, § /* ? /* ? */ ? */ # ?\n, §",
                "SELECT 'it''s ?', 'back\\'slash ?', §",
                "SELECT a ? 1 : 2",
                "SELECT a ? § : §, §",
                "SELECT § ? § : §",
                "SELECT (a > 1) ? 'x' : b ? 'y' : 'z', §",
                "SELECT [1][1] ? {'k': §} : map(), §",
                "SELECT §::Int32, a::Int8 ? §::Int8 : 3",
                "SELECT x.y.:Int64 FROM t WHERE a = § AND b = §",
                "SELECT {p:Array(Int8)}, § FROM t",
                "SELECT 1 WHERE x IN § AND y LIKE § AND z BETWEEN § AND § LIMIT § OFFSET §",
                "SELECT CASE § WHEN § THEN § ELSE § END ? 1 : 2",
                "SELECT date + INTERVAL § DAY, map('a', 1)['a'] ? 3 : 4",
                "SELECT `a?` ? § : §",
                "INSERT INTO t SELECT §, §",
                "INSERT INTO t FORMAT CSV 1,?,\"?\"",
                "INSERT INTO t FORMAT Values (§, §)",
                "SELECT § FROM t; ",
                "SELECT 'open ?",
                "SELECT $1, §"
            })
    void parametersAreToldFromTernaryOperators(String marked) {
        String sql = marked.replace('§', '?');
        List<Integer> expected = new ArrayList<>();
        for (int i = marked.indexOf('§'); i >= 0; i = marked.indexOf('§', i + 1)) {
            expected.add(i);
        }
        ParsedSql parsed = ParsedSql.parse(sql);
        assertThat(parsed.parameterCount()).isEqualTo(expected.size());
        List<String> names = expected.stream().map(place -> "§").toList();
        assertThat(parsed.with(names)).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO t VALUES (?, ?)|t||?;?",
                "insert into t (a, b) values (?, ?)|t|a;b|?;?",
                "INSERT INTO db.`odd name` (`a b`, \"c\") FORMAT Values (lower(?), 3);|db.`odd name`|a b;c|lower(?);3",
                "INSERT INTO TABLE t (n.a) SETTINGS async_insert=1 VALUES ([?, ?])|t|n.a|[?, ?]",
                "/* c */ INSERT INTO t (a) VALUES /* d */ (? ? ? : ?)|t|a|? ? ? : ?"
            })
    void insertsOfOneRowAreTakenApart(String sql, String table, String columns, String values) {
        InsertSql insert = InsertSql.of(ParsedSql.parse(sql)).orElseThrow();
        assertThat(insert.table()).isEqualTo(table);
        assertThat(String.join(";", insert.columns())).isEqualTo(columns == null ? "" : columns);
        assertThat(insert.values()).extracting(InsertSql.Value::text).containsExactly(values.split(";", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (?), (?)",
                "INSERT INTO t SELECT ?",
                "INSERT INTO FUNCTION null('a Int8') VALUES (?)",
                "INSERT INTO t (a, b) VALUES (?)",
                "INSERT INTO t VALUES ()",
                "INSERT INTO t FORMAT CSV",
                "SELECT 1",
                "INSERT"
            })
    void otherStatementsRunAsTheyAre(String sql) {
        assertThat(InsertSql.of(ParsedSql.parse(sql))).isEmpty();
    }

    @Test
    void theParametersOfAValueAreReplacedInTheirPlaces() {
        InsertSql insert = InsertSql.of(ParsedSql.parse("INSERT INTO t VALUES (?, f(?, '?', ?), 3, ?)"))
                .orElseThrow();
        assertThat(insert.values().get(1).with(List.of("a", "b"))).isEqualTo("f(a, '?', b)");
        assertThat(insert.values().get(3).with(List.of("c"))).isEqualTo("c");
        assertThat(insert.values()).extracting(InsertSql.Value::plain).containsExactly(true, false, false, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "SELECT {d '2026-01-31'}|SELECT toDate32('2026-01-31')",
                "SELECT {t '10:20:30'}|SELECT '10:20:30'",
                "SELECT {ts '2026-01-31 10:20:30.5'}|SELECT toDateTime64('2026-01-31 10:20:30.5', 9)",
                "SELECT {fn UCASE({fn concat(a, ?)})}|SELECT upper(concat(a, ?))",
                "SELECT * FROM {oj a LEFT OUTER JOIN b ON a.x = b.x}|SELECT * FROM a LEFT OUTER JOIN b ON a.x = b.x",
                "SELECT 1 {limit 3}|SELECT 1 LIMIT 3",
                "SELECT '{fn x}', {p:String}, {'k': 1}|SELECT '{fn x}', {p:String}, {'k': 1}",
                "SELECT {d:Date}|SELECT {d:Date}"
            })
    void escapesBecomeClickHousesSql(String given, String expected) throws SQLException {
        assertThat(JdbcEscapes.translate(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT {d '2026-01-31'", "SELECT {fn f(1)", "{call f()}", "SELECT {ts 3}"})
    void brokenEscapesAreRefused(String given) {
        assertThatThrownBy(() -> JdbcEscapes.translate(given)).isInstanceOf(SQLException.class);
    }
}
