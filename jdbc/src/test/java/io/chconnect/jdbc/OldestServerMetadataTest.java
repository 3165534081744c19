package io.chconnect.jdbc;

import static io.chconnect.jdbc.Sql.column;
import static io.chconnect.jdbc.Sql.execute;
import static io.chconnect.jdbc.Sql.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.testkit.server.OldestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Metadata of ClickHouse 18.16, which knows no parameters, no comments of tables, no positions of columns, no skipping indexes
 * and no keywords. Where it is not installed, the tests are skipped; with {@code CI=true} they fail.
 */
@Timeout(120)
class OldestServerMetadataTest {
    private static final String TABLE = "it's \\ a \"t_1\"";

    private static OldestServer server;
    private static Connection connection;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException, SQLException {
        server = OldestServer.startOrSkip(directory);
        connection = DriverManager.getConnection("jdbc:clickhouse:" + server.url());
        execute(connection, "CREATE DATABASE old");
        execute(
                connection,
                "CREATE TABLE old.`it\\'s \\\\ a \"t_1\"` (d Date, `b, c` Int32, id UInt64,"
                        + " price Decimal(18, 4) DEFAULT 1.5, n Nullable(String), twice UInt64 MATERIALIZED id * 2)"
                        + " ENGINE = MergeTree PARTITION BY d ORDER BY (`b, c`, toYear(d), id)");
        execute(connection, "CREATE TABLE old.it_s (a Int8) ENGINE = Log");
        execute(connection, "CREATE VIEW old.seen AS SELECT 1 AS one");
    }

    @AfterAll
    static void stop() throws SQLException {
        if (connection != null) {
            connection.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.chconnect.jdbc.MetadataShapeTest#results")
    void everyResultIsThere(String method, String specification, MetadataShapeTest.Call call) throws SQLException {
        try (ResultSet result = call.of(connection.getMetaData())) {
            assertThat(result.getMetaData().getColumnCount()).as(method).isEqualTo(specification.split(" ", -1).length);
        }
    }

    @Test
    void theServerAndTheUserAreNamed() throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        assertThat(metadata.getDatabaseProductVersion()).startsWith("18.16");
        assertThat(metadata.getDatabaseMajorVersion()).isEqualTo(18);
        assertThat(metadata.getDatabaseMinorVersion()).isEqualTo(16);
        assertThat(metadata.getUserName()).isEqualTo("default");
    }

    @Test
    void tablesAreFoundByPatternsAndTypes() throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        assertThat(rows(metadata.getTables(null, "old", null, null)))
                .extracting(row -> row.get("TABLE_TYPE") + " " + row.get("TABLE_NAME"))
                .containsExactly("TABLE " + TABLE, "TABLE it_s", "VIEW seen");
        assertThat(rows(metadata.getTables(null, "old", "it\\_s", new String[] {"TABLE", "TABLE"})))
                .extracting(row -> row.get("TABLE_NAME"))
                .containsExactly("it_s");
        assertThat(rows(metadata.getTables(null, "system", "one", null)))
                .extracting(row -> row.get("TABLE_TYPE"))
                .containsExactly("SYSTEM TABLE");
    }

    @Test
    void columnsHaveTheirPlacesAlsoWhenOnlySomeAreAskedFor() throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String table = "it's \\\\ a \"t\\_1\"";

        List<Map<String, Object>> all = rows(metadata.getColumns(null, "old", table, null));
        List<Map<String, Object>> some = rows(metadata.getColumns(null, "old", table, "%i%"));

        assertThat(all)
                .extracting(row -> row.get("ORDINAL_POSITION") + " " + row.get("COLUMN_NAME"))
                .containsExactly("1 d", "2 b, c", "3 id", "4 price", "5 n", "6 twice");
        assertThat(some)
                .extracting(row -> row.get("ORDINAL_POSITION") + " " + row.get("COLUMN_NAME"))
                .containsExactly("3 id", "4 price", "6 twice");
        assertThat(all.get(3))
                .containsEntry("DATA_TYPE", Types.DECIMAL)
                .containsEntry("TYPE_NAME", "Decimal(18, 4)")
                .containsEntry("DECIMAL_DIGITS", 4)
                .containsEntry("IS_NULLABLE", "NO");
        assertThat((String) all.get(3).get("COLUMN_DEF")).contains("1.5");
        assertThat(all.get(4)).containsEntry("IS_NULLABLE", "YES");
        assertThat(all.get(5)).containsEntry("IS_GENERATEDCOLUMN", "YES");
    }

    @Test
    void keysSchemasFunctionsAndTypesAreListed() throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        assertThat(rows(metadata.getPrimaryKeys(null, "old", TABLE)))
                .extracting(row -> row.get("COLUMN_NAME") + " " + row.get("KEY_SEQ"))
                .containsExactly("b, c 1", "id 3");
        assertThat(rows(metadata.getIndexInfo(null, "old", TABLE, false, true))).isEmpty();
        assertThat(rows(metadata.getSchemas()))
                .extracting(row -> row.get("TABLE_SCHEM"))
                .containsExactly("default", "old", "system");
        assertThat(rows(metadata.getFunctions(null, null, "toUInt64")))
                .extracting(row -> row.get("FUNCTION_NAME"))
                .containsExactly("toUInt64");
        assertThat(rows(metadata.getTypeInfo()))
                .extracting(row -> row.get("TYPE_NAME"))
                .containsExactlyInAnyOrderElementsOf(column(connection, "SELECT name FROM system.data_type_families"));
        assertThat(List.of(metadata.getSQLKeywords(), metadata.getNumericFunctions(), metadata.getStringFunctions()))
                .containsOnly("");
    }

    @Test
    void aNameThatLooksLikeSqlIsAName() throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        for (String name : List.of("' OR 1 = 1 --", "\\' OR 1 = 1 --", "{table:String}", "\\", "a\0b", "\u2019")) {
            assertThat(rows(metadata.getTables(null, name, name, null))).isEmpty();
            assertThat(rows(metadata.getColumns(null, name, name, name))).isEmpty();
            assertThat(rows(metadata.getPrimaryKeys(null, name, name))).isEmpty();
        }
    }

    @Test
    void aBatchIsWrittenAsColumnsAlsoThere() throws SQLException {
        execute(connection, "CREATE TABLE old.batch (a Int32, b Nullable(String)) ENGINE = Memory");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO old.batch (a, b) VALUES (?, ?)")) {
            for (int i = 0; i < 3; i++) {
                insert.setInt(1, i);
                insert.setString(2, i == 0 ? null : "row " + i);
                insert.addBatch();
            }
            // It does not say how many rows it wrote.
            assertThat(insert.executeBatch()).hasSize(3).containsOnly(Statement.SUCCESS_NO_INFO);
        }
        assertThat(column(connection, "SELECT b FROM old.batch ORDER BY a")).containsExactly(null, "row 1", "row 2");
    }

    @Test
    void aStatementWithParametersTellsWhichServerItNeeds() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
            statement.setInt(1, 1);
            assertThatThrownBy(statement::executeQuery)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("19.11");
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1");
                ResultSet result = statement.executeQuery()) {
            assertThat(result.next()).isTrue();
        }
    }
}
