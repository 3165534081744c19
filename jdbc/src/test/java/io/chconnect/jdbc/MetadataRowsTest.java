package io.chconnect.jdbc;

import static io.chconnect.jdbc.Sql.execute;
import static io.chconnect.jdbc.Sql.row;
import static io.chconnect.jdbc.Sql.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What metadata tells of tables, column by column. */
class MetadataRowsTest extends BothTransports {
    private static final String DATABASE = "MetadataRowsTest";

    MetadataRowsTest(ClickHouseServer server) {
        super(server);
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnOfGetTablesIsRight(Over transport) throws SQLException {
        execute(
                connection(transport),
                "CREATE TABLE tables_t (id Int32) ENGINE = MergeTree ORDER BY id COMMENT 'it''s a table'");

        assertThat(rows(metadata(transport).getTables(null, DATABASE, "tables\\_t", new String[] {"TABLE", "VIEW"})))
                .containsExactly(row(
                        "TABLE_CAT",
                        null,
                        "TABLE_SCHEM",
                        DATABASE,
                        "TABLE_NAME",
                        "tables_t",
                        "TABLE_TYPE",
                        "TABLE",
                        "REMARKS",
                        "it's a table",
                        "TYPE_CAT",
                        null,
                        "TYPE_SCHEM",
                        null,
                        "TYPE_NAME",
                        null,
                        "SELF_REFERENCING_COL_NAME",
                        null,
                        "REF_GENERATION",
                        null));
    }

    @ParameterizedTest
    @EnumSource
    void aTableWhoseDataIsElsewhereIsATable(Over transport) throws SQLException {
        Map<String, String> engines = Map.of(
                "elsewhere_url", "URL('http://127.0.0.1:1/data.csv', CSV)",
                "elsewhere_file", "File(CSV)",
                "elsewhere_merge", "Merge(" + DATABASE + ", '^none$')",
                "elsewhere_buffer", "Buffer(" + DATABASE + ", none, 1, 1, 1, 1, 1, 1, 1)",
                "elsewhere_set", "Set",
                "elsewhere_null", "Null");
        for (Map.Entry<String, String> each : engines.entrySet()) {
            execute(connection(transport), "CREATE TABLE " + each.getKey() + " (id Int32) ENGINE = " + each.getValue());
        }

        assertThat(rows(metadata(transport).getTables(null, DATABASE, "elsewhere%", new String[] {"TABLE"})))
                .extracting(table -> table.get("TABLE_NAME"))
                .containsExactlyInAnyOrderElementsOf(engines.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfTableIsTold(Over transport) throws SQLException {
        Connection connection = connection(transport);
        execute(connection, "CREATE TABLE kinds_table (id UInt64, name String) ENGINE = MergeTree ORDER BY id");
        execute(connection, "CREATE VIEW kinds_view AS SELECT id FROM kinds_table");
        execute(
                connection,
                "CREATE MATERIALIZED VIEW kinds_materialized ENGINE = Memory AS SELECT id FROM kinds_table");
        execute(
                connection,
                "CREATE DICTIONARY kinds_dictionary (id UInt64, name String) PRIMARY KEY id"
                        + " SOURCE(CLICKHOUSE(TABLE 'kinds_table')) LAYOUT(FLAT()) LIFETIME(0)");

        assertThat(rows(metadata(transport).getTables(null, DATABASE, "kinds%", null)))
                .extracting(table -> table.get("TABLE_TYPE") + " " + table.get("TABLE_NAME"))
                .containsExactly(
                        "DICTIONARY kinds_dictionary",
                        "MATERIALIZED VIEW kinds_materialized",
                        "TABLE kinds_table",
                        "VIEW kinds_view");
        assertThat(rows(metadata(transport).getTables(null, "system", "one", null)))
                .extracting(table -> table.get("TABLE_TYPE"))
                .containsExactly("SYSTEM TABLE");
    }

    @ParameterizedTest
    @EnumSource
    void namesWithCommasAndQuotesKeepTheirPlacesInTheKey(Over transport) throws SQLException {
        execute(
                connection(transport),
                "CREATE TABLE odd_keys_t (`b, c` Int32, `d``e` Int32, `f\\\\g` Int32, h Date)"
                        + " ENGINE = MergeTree ORDER BY (`b, c`, toYear(h), `d``e`, `f\\\\g`)");

        assertThat(rows(metadata(transport).getPrimaryKeys(null, DATABASE, "odd_keys_t")))
                .extracting(key -> key.get("COLUMN_NAME") + " " + key.get("KEY_SEQ"))
                .containsExactly("b, c 1", "d`e 3", "f\\g 4");
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatLooksLikeSqlIsAName(Over transport) throws SQLException {
        for (String name :
                List.of("' OR 1 = 1 --", "\\' OR 1 = 1 --", "{table:String}", "\\", "$1", "a\0b", "\u2019")) {
            DatabaseMetaData metadata = metadata(transport);
            assertThat(rows(metadata.getTables(null, name, name, null))).isEmpty();
            assertThat(rows(metadata.getColumns(null, name, name, name))).isEmpty();
            assertThat(rows(metadata.getPrimaryKeys(null, name, name))).isEmpty();
            assertThat(rows(metadata.getIndexInfo(null, name, name, false, true)))
                    .isEmpty();
            assertThat(rows(metadata.getFunctions(null, null, name))).isEmpty();
            assertThat(rows(metadata.getSchemas(null, name))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnOfGetColumnsIsRight(Over transport) throws SQLException {
        execute(
                connection(transport),
                "CREATE TABLE columns_t (id UInt64, price Decimal(18, 4) DEFAULT 1.5 COMMENT 'euro',"
                        + " at Nullable(DateTime64(3)), twice UInt64 MATERIALIZED id * 2)"
                        + " ENGINE = MergeTree ORDER BY id");

        List<Map<String, Object>> columns = rows(metadata(transport).getColumns(null, DATABASE, "columns_t", null));

        assertThat(columns)
                .extracting(column -> column.get("COLUMN_NAME"))
                .containsExactly("id", "price", "at", "twice");
        assertThat(columns.get(1))
                .isEqualTo(row(
                        "TABLE_CAT",
                        null,
                        "TABLE_SCHEM",
                        DATABASE,
                        "TABLE_NAME",
                        "columns_t",
                        "COLUMN_NAME",
                        "price",
                        "DATA_TYPE",
                        Types.DECIMAL,
                        "TYPE_NAME",
                        "Decimal(18, 4)",
                        "COLUMN_SIZE",
                        18,
                        "BUFFER_LENGTH",
                        null,
                        "DECIMAL_DIGITS",
                        4,
                        "NUM_PREC_RADIX",
                        10,
                        "NULLABLE",
                        DatabaseMetaData.columnNoNulls,
                        "REMARKS",
                        "euro",
                        "COLUMN_DEF",
                        "1.5",
                        "SQL_DATA_TYPE",
                        null,
                        "SQL_DATETIME_SUB",
                        null,
                        "CHAR_OCTET_LENGTH",
                        null,
                        "ORDINAL_POSITION",
                        2,
                        "IS_NULLABLE",
                        "NO",
                        "SCOPE_CATALOG",
                        null,
                        "SCOPE_SCHEMA",
                        null,
                        "SCOPE_TABLE",
                        null,
                        "SOURCE_DATA_TYPE",
                        null,
                        "IS_AUTOINCREMENT",
                        "NO",
                        "IS_GENERATEDCOLUMN",
                        "NO"));
        assertThat(columns.get(2))
                .containsEntry("DATA_TYPE", Types.TIMESTAMP)
                .containsEntry("TYPE_NAME", "Nullable(DateTime64(3))")
                .containsEntry("DECIMAL_DIGITS", 3)
                .containsEntry("NULLABLE", DatabaseMetaData.columnNullable)
                .containsEntry("IS_NULLABLE", "YES");
        assertThat(columns.get(3))
                .containsEntry("IS_GENERATEDCOLUMN", "YES")
                .containsEntry("COLUMN_DEF", "id * 2")
                .containsEntry("ORDINAL_POSITION", 4);
    }

    @ParameterizedTest
    @EnumSource
    void primaryKeysAreInTheOrderOfTheKey(Over transport) throws SQLException {
        execute(
                connection(transport),
                "CREATE TABLE keys_t (a Int32, `b c` Int32, d Int32) ENGINE = MergeTree ORDER BY (d, `b c`, a)"
                        + " PRIMARY KEY (d, `b c`)");

        assertThat(rows(metadata(transport).getPrimaryKeys(null, DATABASE, "keys_t")))
                .containsExactly(key("b c", (short) 2), key("d", (short) 1));
    }

    @ParameterizedTest
    @EnumSource
    void anExpressionInTheKeyIsNoColumnButKeepsItsPlace(Over transport) throws SQLException {
        execute(
                connection(transport),
                "CREATE TABLE key_expressions_t (a DateTime, b Int32) ENGINE = MergeTree ORDER BY (toDate(a), b)");

        assertThat(rows(metadata(transport).getPrimaryKeys(null, DATABASE, "key_expressions_t")))
                .extracting(key -> key.get("COLUMN_NAME") + " " + key.get("KEY_SEQ"))
                .containsExactly("b 2");
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnOfGetIndexInfoIsRight(Over transport) throws SQLException {
        execute(
                connection(transport),
                "CREATE TABLE indexes_t (id Int32, name String, INDEX by_name lower(name) TYPE bloom_filter)"
                        + " ENGINE = MergeTree ORDER BY id");

        assertThat(rows(metadata(transport).getIndexInfo(null, DATABASE, "indexes_t", false, true)))
                .containsExactly(row(
                        "TABLE_CAT",
                        null,
                        "TABLE_SCHEM",
                        DATABASE,
                        "TABLE_NAME",
                        "indexes_t",
                        "NON_UNIQUE",
                        true,
                        "INDEX_QUALIFIER",
                        null,
                        "INDEX_NAME",
                        "by_name",
                        "TYPE",
                        DatabaseMetaData.tableIndexOther,
                        "ORDINAL_POSITION",
                        (short) 1,
                        "COLUMN_NAME",
                        "lower(name)",
                        "ASC_OR_DESC",
                        null,
                        "CARDINALITY",
                        null,
                        "PAGES",
                        null,
                        "FILTER_CONDITION",
                        null));
        assertThat(rows(metadata(transport).getIndexInfo(null, DATABASE, "indexes_t", true, true)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnOfGetTypeInfoIsRight(Over transport) throws SQLException {
        List<Map<String, Object>> types = rows(metadata(transport).getTypeInfo());

        assertThat(types)
                .filteredOn(type -> type.get("TYPE_NAME").equals("UInt16"))
                .containsExactly(row(
                        "TYPE_NAME",
                        "UInt16",
                        "DATA_TYPE",
                        Types.INTEGER,
                        "PRECISION",
                        5,
                        "LITERAL_PREFIX",
                        null,
                        "LITERAL_SUFFIX",
                        null,
                        "CREATE_PARAMS",
                        null,
                        "NULLABLE",
                        (short) DatabaseMetaData.typeNullable,
                        "CASE_SENSITIVE",
                        false,
                        "SEARCHABLE",
                        (short) DatabaseMetaData.typeSearchable,
                        "UNSIGNED_ATTRIBUTE",
                        true,
                        "FIXED_PREC_SCALE",
                        false,
                        "AUTO_INCREMENT",
                        false,
                        "LOCAL_TYPE_NAME",
                        "UInt16",
                        "MINIMUM_SCALE",
                        (short) 0,
                        "MAXIMUM_SCALE",
                        (short) 0,
                        "SQL_DATA_TYPE",
                        null,
                        "SQL_DATETIME_SUB",
                        null,
                        "NUM_PREC_RADIX",
                        10));
        assertThat(types)
                .isSortedAccordingTo((left, right) ->
                        Integer.compare((Integer) left.get("DATA_TYPE"), (Integer) right.get("DATA_TYPE")));
    }

    @ParameterizedTest
    @EnumSource
    void typeInfoHasEveryFamilyOfTheServer(Over transport) throws SQLException {
        Set<String> names = new TreeSet<>();
        rows(metadata(transport).getTypeInfo()).forEach(type -> names.add((String) type.get("TYPE_NAME")));
        Set<String> families = new TreeSet<>();
        try (var statement = connection(transport).createStatement();
                ResultSet result = statement.executeQuery("SELECT name FROM system.data_type_families")) {
            while (result.next()) {
                families.add(result.getString(1));
            }
        }

        assertThat(names).isEqualTo(families);
    }

    @ParameterizedTest
    @EnumSource
    void functionsBelongToNoDatabase(Over transport) throws SQLException {
        DatabaseMetaData metadata = metadata(transport);

        for (String schema : Arrays.asList(null, "", "%", "%%")) {
            assertThat(rows(metadata.getFunctions("", schema, "toUInt64")))
                    .as("schema %s", schema)
                    .hasSize(1);
        }
        for (String schema : List.of("system", "default", "sys%", "no\\_schema", "_%")) {
            assertThat(rows(metadata.getFunctions(null, schema, "%")))
                    .as("schema %s", schema)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void functionsSchemasAndTypesOfTablesAreListed(Over transport) throws SQLException {
        DatabaseMetaData metadata = metadata(transport);

        assertThat(rows(metadata.getFunctions(null, null, "length\\_"))).isEmpty();
        assertThat(rows(metadata.getFunctions(null, null, "toUInt64")))
                .containsExactly(row(
                        "FUNCTION_CAT",
                        null,
                        "FUNCTION_SCHEM",
                        null,
                        "FUNCTION_NAME",
                        "toUInt64",
                        "REMARKS",
                        null,
                        "FUNCTION_TYPE",
                        (short) DatabaseMetaData.functionNoTable,
                        "SPECIFIC_NAME",
                        "toUInt64"));
        assertThat(rows(metadata.getSchemas(null, "sys%")))
                .containsExactly(row("TABLE_SCHEM", "system", "TABLE_CATALOG", null));
        assertThat(rows(metadata.getCatalogs())).isEmpty();
        assertThat(rows(metadata.getTableTypes()))
                .extracting(type -> type.get("TABLE_TYPE"))
                .isSorted()
                .contains("TABLE", "VIEW", "SYSTEM TABLE", "MATERIALIZED VIEW", "DICTIONARY");
    }

    @ParameterizedTest
    @EnumSource
    void whatAClientMayTellOfItselfIsListedAndTaken(Over transport) throws SQLException {
        List<Map<String, Object>> properties = rows(metadata(transport).getClientInfoProperties());

        assertThat(properties)
                .extracting(property -> property.get("NAME"))
                .containsExactly("ApplicationName", "ClientHostname", "ClientUser");
        for (Map<String, Object> property : properties) {
            String name = (String) property.get("NAME");
            connection(transport).setClientInfo(name, "a".repeat(1_000));
            assertThat(connection(transport).getClientInfo(name)).hasSize(1_000);
            assertThat(property).containsEntry("MAX_LEN", 0).containsEntry("DEFAULT_VALUE", "");
            assertThat((String) property.get("DESCRIPTION")).isNotBlank();
        }
    }

    private DatabaseMetaData metadata(Over transport) throws SQLException {
        return connection(transport).getMetaData();
    }

    private static Map<String, Object> key(String column, short place) {
        return row(
                "TABLE_CAT",
                null,
                "TABLE_SCHEM",
                DATABASE,
                "TABLE_NAME",
                "keys_t",
                "COLUMN_NAME",
                column,
                "KEY_SEQ",
                place,
                "PK_NAME",
                null);
    }
}
