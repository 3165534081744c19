package io.chconnect.client.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementKindTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "/* INSERT /* nested */ */ ((SELECT 1)) ;",
                "-- x\n#! y\nSHOW TABLES;;",
                "WITH 1 AS x SELECT 'INSERT INTO t', `INSERT`",
                "SELECT insert FROM t",
                "DESC t",
                "EXISTS t",
                "FROM t SELECT *"
            })
    void readingStatementsAreKnown(String sql) {
        assertThat(StatementKind.reads(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t SELECT 1",
                "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x",
                "WITH x AS (SELECT 1) insert t SELECT * FROM x",
                "/* SELECT */ DROP TABLE t",
                "# SELECT\nALTER TABLE t DELETE WHERE 1",
                "SELECT 1; DROP TABLE t",
                "'SELECT'",
                "SELECTED",
                "",
                "/* SELECT 1"
            })
    void whatMayWriteIsNotTakenForReading(String sql) {
        assertThat(StatementKind.reads(sql)).isFalse();
    }

    @Test
    void queriesAreDescribedWithoutTheirTerminatorsAndTrailingComments() {
        assertThat(StatementKind.describing("SELECT ';' AS x -- ;\n ; /* y */"))
                .contains("DESCRIBE TABLE (SELECT ';' AS x)");
        assertThat(StatementKind.describing("SELECT $$ -- $$ -- SELECT")).contains("DESCRIBE TABLE (SELECT $$ -- $$)");
        assertThat(StatementKind.describing("(SELECT 1)")).contains("DESCRIBE TABLE ((SELECT 1))");
        assertThat(StatementKind.describing("SHOW TABLES")).isEmpty();
        assertThat(StatementKind.describing("WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x"))
                .isEmpty();
        assertThat(StatementKind.describing(" ; -- nothing")).isEmpty();
    }
}
