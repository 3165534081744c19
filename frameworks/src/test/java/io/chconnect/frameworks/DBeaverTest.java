package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What DBeaver asks of a driver when a person connects and browses, in its order. The calls are those of the public sources
 * of dbeaver/dbeaver: the generic data source, which the shipped driver definition uses, in
 * {@code plugins/org.jkiss.dbeaver.ext.generic/.../model/GenericDataSource.java}, {@code TableCache.java} and
 * {@code meta/GenericMetaModel.java}; {@code plugins/org.jkiss.dbeaver.model.jdbc/.../JDBCDataSourceInfo.java} and
 * {@code JDBCSQLDialect.java}; and the statements of the ClickHouse extension in
 * {@code plugins/org.jkiss.dbeaver.ext.clickhouse/.../model/ClickhouseMetaModel.java}, {@code ClickhouseDataSource.java},
 * {@code ClickhouseDataTypeCache.java}, {@code ClickhouseSchema.java} and {@code ClickhouseTable.java}.
 */
@Timeout(120)
@ClickHouseServerTest
class DBeaverTest {
    private static final String ALL = "%";

    private final ClickHouseServer server;

    DBeaverTest(ClickHouseServer server) {
        this.server = server;
    }

    /** JDBCDataSourceInfo and JDBCSQLDialect.initDriverSettings; what fails there is replaced by a guess. */
    @ParameterizedTest
    @EnumSource
    void theDescriptionOfTheDataSourceIsComplete(Place place) throws SQLException {
        try (Connection connection = place.dataSource(server).getConnection()) {
            DatabaseMetaData meta = connection.getMetaData();

            assertThat(meta.isReadOnly()).isFalse();
            assertThat(meta.getDatabaseProductName()).isEqualTo("ClickHouse");
            assertThat(meta.getDatabaseProductVersion()).startsWith("26.");
            assertThat(meta.getDatabaseMajorVersion()).isEqualTo(26);
            assertThat(meta.getDriverName()).isNotBlank();
            assertThat(meta.getDriverVersion()).isNotBlank();
            assertThat(List.of(meta.getSchemaTerm(), meta.getProcedureTerm())).doesNotContain("");
            assertThat(meta.getCatalogTerm()).isNotNull();
            assertThat(meta.supportsBatchUpdates()).isTrue();
            assertThat(meta.supportsTransactions()).isFalse();
            assertThat(meta.getIdentifierQuoteString()).isEqualTo("`");
            assertThat(meta.getSQLStateType()).isIn(DatabaseMetaData.sqlStateSQL, DatabaseMetaData.sqlStateXOpen);
            assertThat(meta.supportsSubqueriesInExists() && meta.supportsSubqueriesInIns())
                    .isTrue();
            assertThat(meta.supportsMixedCaseIdentifiers()).isTrue();
            assertThat(meta.supportsMixedCaseQuotedIdentifiers()).isTrue();
            assertThat(meta.storesUpperCaseIdentifiers() || meta.storesLowerCaseIdentifiers())
                    .isFalse();
            assertThat(meta.getSearchStringEscape()).isEqualTo("\\");
            assertThat(meta.getCatalogSeparator()).isNotNull();
            assertThat(meta.supportsSchemasInDataManipulation() && meta.supportsSchemasInTableDefinitions())
                    .isTrue();
            assertThat(meta.supportsCatalogsInDataManipulation()).isFalse();
            assertThat(meta.getExtraNameCharacters()).isNotNull();
            assertThat(meta.getSQLKeywords().split(",")).contains("PREWHERE");
            assertThat(meta.getNumericFunctions().split(",")).contains("abs");
            assertThat(meta.getStringFunctions().split(",")).contains("upper");
            assertThat(meta.getSystemFunctions()).isNotNull();
            assertThat(meta.getTimeDateFunctions()).isNotNull();
        }
    }

    /** GenericDataSource.openConnection, initialize, and the navigator's folders. */
    @ParameterizedTest
    @EnumSource
    void theNavigatorIsFilled(Place place) throws SQLException {
        try (Connection connection = browsed(place, "dbeaver_nav")) {
            DatabaseMetaData meta = connection.getMetaData();
            try (ResultSet properties = meta.getClientInfoProperties()) {
                while (properties.next()) {
                    if ("ApplicationName".equals(properties.getString("NAME"))) {
                        assertThat(properties.getInt("MAX_LEN")).isNotNegative();
                        connection.setClientInfo("ApplicationName", "DBeaver - Metadata");
                    }
                }
            }

            assertThat(column(meta.getTypeInfo(), "TYPE_NAME")).contains("UInt64", "String", "DateTime64", "JSON");
            assertThat(column(meta.getTableTypes(), "TABLE_TYPE")).contains("TABLE", "VIEW");
            assertThat(column(meta.getCatalogs(), "TABLE_CAT")).isEmpty();
            assertThat(column(meta.getSchemas(), "TABLE_SCHEM")).contains("dbeaver_nav", "system");
            assertThat(column(meta.getSchemas(null, ALL), "TABLE_SCHEM")).contains("dbeaver_nav", "system");
            assertThat(connection.getCatalog()).isNull();
            assertThat(connection.getSchema()).isEqualTo("dbeaver_nav");
            assertThat(column(meta.getTables(null, "dbeaver\\_nav", ALL, null), "TABLE_NAME"))
                    .containsExactlyInAnyOrder("a table", "readings", "totals");
            assertThat(column(meta.getColumns(null, "dbeaver\\_nav", "readings", ALL), "COLUMN_NAME"))
                    .containsExactly("id", "at", "tags", "value", "note");
            assertThat(column(meta.getColumns(null, "dbeaver\\_nav", ALL, ALL), "TABLE_NAME"))
                    .contains("a table", "readings", "totals");
            assertThat(column(meta.getPrimaryKeys(null, "dbeaver_nav", "readings"), "COLUMN_NAME"))
                    .containsExactlyInAnyOrder("id", "at");
            assertThat(column(meta.getImportedKeys(null, "dbeaver_nav", "readings"), "FKTABLE_NAME"))
                    .isEmpty();
            assertThat(column(meta.getExportedKeys(null, "dbeaver_nav", "readings"), "FKTABLE_NAME"))
                    .isEmpty();
            assertThat(column(meta.getIndexInfo(null, "dbeaver_nav", "readings", false, true), "INDEX_NAME"))
                    .contains("by_value");
            assertThat(column(meta.getProcedures(null, "dbeaver\\_nav", ALL), "PROCEDURE_NAME"))
                    .isEmpty();
            assertThat(column(meta.getFunctions(null, "dbeaver\\_nav", ALL), "FUNCTION_NAME"))
                    .as("functions belong to no schema")
                    .isEmpty();
            assertThat(column(meta.getFunctions(null, null, ALL), "FUNCTION_NAME"))
                    .contains("toString", "DATE_DIFF");
        }
    }

    /** TableCache.fetchChild: the columns of a table's properties. */
    @ParameterizedTest
    @EnumSource
    void theColumnsOfATableAreDescribed(Place place) throws SQLException {
        try (Connection connection = browsed(place, "dbeaver_columns");
                ResultSet columns = connection.getMetaData().getColumns(null, "dbeaver\\_columns", "readings", ALL)) {
            List<String> described = new ArrayList<>();
            while (columns.next()) {
                assertThat(columns.getLong("COLUMN_SIZE")).isNotNegative();
                assertThat(columns.getInt("NUM_PREC_RADIX")).isIn(0, 2, 10);
                assertThat(columns.getInt("SOURCE_DATA_TYPE")).isZero();
                assertThat(columns.getLong("CHAR_OCTET_LENGTH")).isNotNegative();
                columns.getInt("DECIMAL_DIGITS");
                described.add(String.join(
                        "|",
                        columns.getString("ORDINAL_POSITION"),
                        columns.getString("COLUMN_NAME"),
                        columns.getString("TYPE_NAME"),
                        columns.getString("NULLABLE"),
                        columns.getString("COLUMN_DEF"),
                        columns.getString("REMARKS"),
                        columns.getString("IS_AUTOINCREMENT"),
                        columns.getString("IS_GENERATEDCOLUMN")));
            }

            assertThat(described)
                    .containsExactly(
                            "1|id|UInt64|0|null||NO|NO",
                            "2|at|DateTime64(3, 'UTC')|0|null|when it was read|NO|NO",
                            "3|tags|Array(LowCardinality(String))|0|null||NO|NO",
                            "4|value|Nullable(Decimal(18, 4))|1|null||NO|NO",
                            "5|note|String|0|'none'||NO|NO");
        }
    }

    /** The statements of the ClickHouse extension. */
    @ParameterizedTest
    @EnumSource
    void theStatementsOfTheClickHouseExtensionRun(Place place) throws SQLException {
        try (Connection connection = browsed(place, "dbeaver_ch")) {
            assertThat(strings(connection, "SELECT VERSION()").get(0)).startsWith("26.");
            assertThat(strings(connection, "SELECT name FROM system.table_engines"))
                    .contains("MergeTree", "Log");
            assertThat(strings(connection, "SHOW DATABASES")).contains("dbeaver_ch", "system");
            String tables =
                    "SELECT name as TABLE_NAME, engine as TABLE_TYPE, database as TABLE_SCHEM,comment as REMARKS,"
                            + " * FROM system.tables\nWHERE database = ?";
            assertThat(prepared(connection, tables, "TABLE_NAME", "dbeaver_ch"))
                    .containsExactlyInAnyOrder("a table", "readings", "totals");
            assertThat(prepared(connection, tables + " and name=?", "TABLE_TYPE", "dbeaver_ch", "totals"))
                    .containsExactly("View");
            assertThat(prepared(connection, tables + " and name=?", "REMARKS", "dbeaver_ch", "readings"))
                    .containsExactly("what was read");
            String statistics = "sum(bytes) as table_size, sum(rows) as table_rows, max(modification_time) as"
                    + " latest_modification,min(min_date) AS min_date,max(max_date) AS max_date,any(engine) as engine\n"
                    + "FROM system.parts\nWHERE database=? AND ";
            assertThat(prepared(
                            connection,
                            "select table," + statistics + "active\nGROUP BY table",
                            "table_rows",
                            "dbeaver_ch"))
                    .containsExactly("2");
            assertThat(prepared(
                            connection,
                            "select " + statistics + "table=?\nGROUP BY table",
                            "engine",
                            "dbeaver_ch",
                            "readings"))
                    .containsExactly("MergeTree");
            assertThat(strings(connection, "SHOW CREATE TABLE dbeaver_ch.readings"))
                    .singleElement()
                    .asString()
                    .startsWith("CREATE TABLE dbeaver_ch.readings")
                    .contains(")\nENGINE = MergeTree", "COMMENT 'what was read'");
        }
    }

    /** Its query of data types is long, with comments that hold apostrophes. */
    @ParameterizedTest
    @EnumSource
    void theDataTypesOfTheClickHouseExtensionAreRead(Place place) throws SQLException {
        String sql = """
                SELECT
                    dt.name AS TYPE_NAME,
                    dt.alias_to AS TYPE_ALIAS, -- in driver, it was if(empty(alias_to), name, alias_to) AS DATA_TYPE
                    attrs.c2 AS PRECISION,
                    NULL AS LITERAL_PREFIX,
                    not(dt.case_insensitive)::Boolean AS CASE_SENSITIVE,
                    not(attrs.c3)::Boolean AS UNSIGNED_ATTRIBUTE,
                    attrs.c6 AS DATA_TYPE, -- it's our attribute with data kind information
                    0 AS NUM_PREC_RADIX
                FROM system.data_type_families dt
                LEFT JOIN (select 'Bool' as c1,1 as c2,true as c3,0 as c4,0 as c5,16 as c6 UNION ALL
                    select 'Int128',39,true,0,0,2 UNION ALL select 'String',0,false,0,0,12
                ) as attrs ON (dt.name = attrs.c1 or dt.alias_to = attrs.c1)
                """;
        try (Connection connection = place.dataSource(server).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            assertThat(statement.execute()).isTrue();
            Map<String, Integer> types = new HashMap<>();
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    types.put(result.getString("TYPE_NAME"), result.getInt("DATA_TYPE"));
                    assertThat(result.getString("LITERAL_PREFIX")).isNull();
                    result.getBoolean("CASE_SENSITIVE");
                }
            }
            assertThat(types)
                    .containsEntry("Bool", Types.BOOLEAN)
                    .containsEntry("Int128", Types.NUMERIC)
                    .containsEntry("VARCHAR", Types.VARCHAR);
        }
    }

    /** The data editor reads a segment of a table, in the way of its result set viewer. */
    @ParameterizedTest
    @EnumSource
    void theDataEditorShowsRows(Place place) throws SQLException {
        try (Connection connection = browsed(place, "dbeaver_data");
                Statement statement =
                        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(200);
            statement.setMaxRows(200);
            statement.setQueryTimeout(30);
            assertThat(statement.execute("SELECT x.* FROM dbeaver_data.readings x"))
                    .isTrue();
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.getResultSet()) {
                ResultSetMetaData meta = result.getMetaData();
                assertThat(meta.getColumnLabel(2)).isEqualTo("at");
                assertThat(meta.getColumnName(2)).isEqualTo("at");
                assertThat(meta.getColumnTypeName(4)).isEqualTo("Nullable(Decimal(18, 4))");
                assertThat(meta.getColumnType(4)).isEqualTo(Types.DECIMAL);
                assertThat(meta.getPrecision(4)).isEqualTo(18);
                assertThat(meta.getScale(4)).isEqualTo(4);
                assertThat(meta.isNullable(4)).isEqualTo(ResultSetMetaData.columnNullable);
                assertThat(meta.isAutoIncrement(1)).isFalse();
                assertThat(meta.isWritable(1)).isEqualTo(!meta.isReadOnly(1));
                assertThat(meta.getCatalogName(1)).isNotNull();
                assertThat(meta.getSchemaName(1)).isNotNull();
                assertThat(meta.getTableName(1)).isNotNull();
                assertThat(meta.getColumnDisplaySize(1)).isPositive();
                while (result.next()) {
                    assertThat(result.getTimestamp(2)).isNotNull();
                    assertThat(result.getArray(3).getBaseTypeName()).isNotBlank();
                    rows.add(result.getObject(1) + " " + result.getString(3) + " " + result.getBigDecimal(4) + " "
                            + result.getObject(5));
                }
            }
            assertThat(rows).containsExactly("1 ['a','b'] 1.5000 none", "2 [] null it's");
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
            assertThat((Object) statement.getWarnings()).isNull();
        }
    }

    /** The definition under docs/dbeaver names what exists, and its URL connects. */
    @Test
    void theShippedDriverDefinitionConnects() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("..", "docs", "dbeaver", "drivers.xml").toFile());
        Element definition = (Element) document.getElementsByTagName("driver").item(0);
        String url = definition
                .getAttribute("url")
                .replace("{host}", "127.0.0.1")
                .replace("[:{port}]", ":" + server.httpPort())
                .replace("[/{database}]", "/" + definition.getAttribute("defaultDatabase"));
        Properties properties = new Properties();
        properties.setProperty("user", definition.getAttribute("defaultUser"));
        properties.setProperty("password", "");
        Driver driver = Class.forName(definition.getAttribute("class"))
                .asSubclass(Driver.class)
                .getDeclaredConstructor()
                .newInstance();

        assertThat(driver.acceptsURL(url)).isTrue();
        try (Connection connection = driver.connect(url, properties)) {
            assertThat(strings(connection, parameter(definition, "query-get-active-db")))
                    .containsExactly("default");
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(driver.getPropertyInfo(url, properties))
                .extracting(info -> info.name)
                .contains("user", "password");
    }

    private static String parameter(Element definition, String name) {
        var parameters = definition.getElementsByTagName("parameter");
        for (int index = 0; index < parameters.getLength(); index++) {
            Element parameter = (Element) parameters.item(index);
            if (parameter.getAttribute("name").equals(name)) {
                return parameter.getAttribute("value");
            }
        }
        throw new AssertionError("no parameter " + name);
    }

    /** A connection to a database with something to browse. */
    private Connection browsed(Place place, String database) throws SQLException {
        Connection connection = place.dataSource(server).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database + " ENGINE = Atomic");
            connection.setSchema(database);
            statement.execute(
                    "CREATE TABLE readings (id UInt64, at DateTime64(3, 'UTC') COMMENT 'when it was read',"
                            + " tags Array(LowCardinality(String)), value Nullable(Decimal(18, 4)), note String DEFAULT 'none',"
                            + " INDEX by_value value TYPE minmax) ENGINE = MergeTree ORDER BY (id, at) COMMENT 'what was read'");
            statement.execute("INSERT INTO readings (id, at, tags, value) VALUES"
                    + " (1, '2001-01-01 10:00:00.5', ['a', 'b'], 1.5)");
            statement.execute("INSERT INTO readings VALUES (2, '2001-01-02 10:00:00', [], NULL, 'it\\'s')");
            statement.execute("OPTIMIZE TABLE readings FINAL");
            statement.execute("CREATE VIEW totals AS SELECT id, sum(value) AS total FROM readings GROUP BY id");
            statement.execute("CREATE TABLE `a table` (`a column` Int8) ENGINE = Log");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static List<String> prepared(Connection connection, String sql, String column, String... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            assertThat(statement.execute()).isTrue();
            return column(statement.getResultSet(), column);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet result = statement.executeQuery(sql);
            return column(result, result.getMetaData().getColumnLabel(1));
        }
    }

    private static List<String> column(ResultSet result, String label) throws SQLException {
        try (result) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(label));
            }
            return values;
        }
    }
}
