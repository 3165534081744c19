package io.chconnect.client.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementShapeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "SELECT a FROM t WHERE b = 'secret' | SELECT a FROM t WHERE b = ?",
                "SELECT 1, -2.5e3, 0xFF, x1 | SELECT ?, -?, ?, x1",
                "SELECT /* secret */ a -- secret | SELECT a",
                "SELECT `a b`, \"c\" | SELECT `a b`, \"c\"",
                "SELECT {id:UInt64} | SELECT {id:UInt64}",
                "CREATE USER u IDENTIFIED BY 'it''s \\' secret' | CREATE USER u IDENTIFIED BY ?",
                "INSERT INTO t VALUES ('secret', secret) | INSERT INTO t VALUES ?",
                "INSERT INTO t (a) FORMAT CSV secret,secret | INSERT INTO t (a) FORMAT CSV ?",
                "INSERT INTO t FORMAT Native | INSERT INTO t FORMAT Native",
                "SELECT $x$ secret $x$ | SELECT ?",
                "SELECT 'secret | SELECT ?",
                "SELECT \u2018secret\u2019 | SELECT ?"
            })
    void textsNumbersCommentsAndDataAreLeftOut(String sql, String shape) {
        assertThat(StatementShape.of(sql)).isEqualTo(shape);
    }

    @Test
    void aLongShapeEndsWithAnEllipsis() {
        assertThat(StatementShape.of("SELECT " + "a, ".repeat(20_000) + "b"))
                .hasSizeBetween(9_990, 10_001)
                .endsWith("…");
        String secret = "secret".repeat(20_000);
        for (String sql : new String[] {
            "SELECT '" + secret + "'",
            "SELECT $x$" + secret + "$x$",
            "SELECT $x$'" + secret + "$x$, '" + secret + "'",
            "SELECT \u2018" + secret + "\u2019",
            "SELECT /* " + secret + " */ 1",
            "INSERT INTO t VALUES (" + secret + ")"
        }) {
            assertThat(StatementShape.of(sql)).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "select 1, SELECT",
        "with 1 as x select x, SELECT",
        "FROM t SELECT a, SELECT",
        "WITH x AS (SELECT 1) INSERT INTO t SELECT 1, INSERT",
        "desc t, DESCRIBE",
        "/* a */ (SELECT 1), SELECT",
        "pw secret, ''"
    })
    void theNameOfAStatementIsOneOfFew(String sql, String name) {
        assertThat(StatementKind.name(sql)).isEqualTo(name);
    }
}
