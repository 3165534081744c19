package io.chconnect.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every result of metadata has the columns of the JDBC specification, in its order, with its types. */
@Timeout(120)
@ClickHouseServerTest
class MetadataShapeTest {
    private static final String KEYS = "PKTABLE_CAT PKTABLE_SCHEM PKTABLE_NAME PKCOLUMN_NAME FKTABLE_CAT FKTABLE_SCHEM"
            + " FKTABLE_NAME FKCOLUMN_NAME KEY_SEQ:short UPDATE_RULE:short DELETE_RULE:short FK_NAME PK_NAME"
            + " DEFERRABILITY:short";
    private static final String ROW_IDENTIFIER = "SCOPE:short COLUMN_NAME DATA_TYPE:int TYPE_NAME COLUMN_SIZE:int"
            + " BUFFER_LENGTH:int DECIMAL_DIGITS:short PSEUDO_COLUMN:short";

    private final ClickHouseServer server;

    MetadataShapeTest(ClickHouseServer server) {
        this.server = server;
    }

    /** A call of metadata. */
    interface Call {
        ResultSet of(DatabaseMetaData metadata) throws SQLException;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("results")
    void columnsAreThoseOfTheSpecification(String method, String specification, Call call) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:clickhouse:" + server.url());
                ResultSet result = call.of(connection.getMetaData())) {
            ResultSetMetaData columns = result.getMetaData();
            String[] expected = specification.split(" ", -1);

            assertThat(names(columns)).isEqualTo(names(expected));
            for (int i = 0; i < expected.length; i++) {
                assertThat(JDBCType.valueOf(columns.getColumnType(i + 1)))
                        .as(method + " " + expected[i])
                        .isIn(types(expected[i]));
            }
        }
    }

    static Stream<Arguments> results() {
        return Stream.of(
                result("getCatalogs", "TABLE_CAT", DatabaseMetaData::getCatalogs),
                result("getSchemas", "TABLE_SCHEM TABLE_CATALOG", DatabaseMetaData::getSchemas),
                result("getSchemas(…)", "TABLE_SCHEM TABLE_CATALOG", metadata -> metadata.getSchemas(null, "%")),
                result("getTableTypes", "TABLE_TYPE", DatabaseMetaData::getTableTypes),
                result(
                        "getTables",
                        "TABLE_CAT TABLE_SCHEM TABLE_NAME TABLE_TYPE REMARKS TYPE_CAT TYPE_SCHEM TYPE_NAME"
                                + " SELF_REFERENCING_COL_NAME REF_GENERATION",
                        metadata -> metadata.getTables(null, "system", "one", null)),
                result(
                        "getColumns",
                        "TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE:int TYPE_NAME COLUMN_SIZE:int"
                                + " BUFFER_LENGTH:int DECIMAL_DIGITS:int NUM_PREC_RADIX:int NULLABLE:int REMARKS"
                                + " COLUMN_DEF SQL_DATA_TYPE:int SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int"
                                + " ORDINAL_POSITION:int IS_NULLABLE SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE"
                                + " SOURCE_DATA_TYPE:short IS_AUTOINCREMENT IS_GENERATEDCOLUMN",
                        metadata -> metadata.getColumns(null, "system", "one", null)),
                result(
                        "getPrimaryKeys",
                        "TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME KEY_SEQ:short PK_NAME",
                        metadata -> metadata.getPrimaryKeys(null, "system", "one")),
                result(
                        "getIndexInfo",
                        "TABLE_CAT TABLE_SCHEM TABLE_NAME NON_UNIQUE:boolean INDEX_QUALIFIER INDEX_NAME TYPE:short"
                                + " ORDINAL_POSITION:short COLUMN_NAME ASC_OR_DESC CARDINALITY:long PAGES:long"
                                + " FILTER_CONDITION",
                        metadata -> metadata.getIndexInfo(null, "system", "one", false, true)),
                result(
                        "getTypeInfo",
                        "TYPE_NAME DATA_TYPE:int PRECISION:int LITERAL_PREFIX LITERAL_SUFFIX CREATE_PARAMS"
                                + " NULLABLE:short CASE_SENSITIVE:boolean SEARCHABLE:short UNSIGNED_ATTRIBUTE:boolean"
                                + " FIXED_PREC_SCALE:boolean AUTO_INCREMENT:boolean LOCAL_TYPE_NAME"
                                + " MINIMUM_SCALE:short MAXIMUM_SCALE:short SQL_DATA_TYPE:int SQL_DATETIME_SUB:int"
                                + " NUM_PREC_RADIX:int",
                        DatabaseMetaData::getTypeInfo),
                result(
                        "getFunctions",
                        "FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME REMARKS FUNCTION_TYPE:short SPECIFIC_NAME",
                        metadata -> metadata.getFunctions(null, null, "abs")),
                result(
                        "getFunctionColumns",
                        "FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME COLUMN_NAME COLUMN_TYPE:short DATA_TYPE:int"
                                + " TYPE_NAME PRECISION:int LENGTH:int SCALE:short RADIX:short NULLABLE:short REMARKS"
                                + " CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int IS_NULLABLE SPECIFIC_NAME",
                        metadata -> metadata.getFunctionColumns(null, null, "%", "%")),
                result(
                        "getProcedures",
                        "PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME RESERVED_1 RESERVED_2 RESERVED_3 REMARKS"
                                + " PROCEDURE_TYPE:short SPECIFIC_NAME",
                        metadata -> metadata.getProcedures(null, null, "%")),
                result(
                        "getProcedureColumns",
                        "PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME COLUMN_NAME COLUMN_TYPE:short DATA_TYPE:int"
                                + " TYPE_NAME PRECISION:int LENGTH:int SCALE:short RADIX:short NULLABLE:short REMARKS"
                                + " COLUMN_DEF SQL_DATA_TYPE:int SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int"
                                + " ORDINAL_POSITION:int IS_NULLABLE SPECIFIC_NAME",
                        metadata -> metadata.getProcedureColumns(null, null, "%", "%")),
                result(
                        "getPseudoColumns",
                        "TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE:int COLUMN_SIZE:int DECIMAL_DIGITS:int"
                                + " NUM_PREC_RADIX:int COLUMN_USAGE REMARKS CHAR_OCTET_LENGTH:int IS_NULLABLE",
                        metadata -> metadata.getPseudoColumns(null, null, "%", "%")),
                result(
                        "getColumnPrivileges",
                        "TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE",
                        metadata -> metadata.getColumnPrivileges(null, null, "t", "%")),
                result(
                        "getTablePrivileges",
                        "TABLE_CAT TABLE_SCHEM TABLE_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE",
                        metadata -> metadata.getTablePrivileges(null, null, "%")),
                result(
                        "getBestRowIdentifier",
                        ROW_IDENTIFIER,
                        metadata ->
                                metadata.getBestRowIdentifier(null, null, "t", DatabaseMetaData.bestRowSession, true)),
                result("getVersionColumns", ROW_IDENTIFIER, metadata -> metadata.getVersionColumns(null, null, "t")),
                result("getImportedKeys", KEYS, metadata -> metadata.getImportedKeys(null, null, "t")),
                result("getExportedKeys", KEYS, metadata -> metadata.getExportedKeys(null, null, "t")),
                result(
                        "getCrossReference",
                        KEYS,
                        metadata -> metadata.getCrossReference(null, null, "t", null, null, "u")),
                result(
                        "getUDTs",
                        "TYPE_CAT TYPE_SCHEM TYPE_NAME CLASS_NAME DATA_TYPE:int REMARKS BASE_TYPE:short",
                        metadata -> metadata.getUDTs(null, null, "%", null)),
                result(
                        "getSuperTypes",
                        "TYPE_CAT TYPE_SCHEM TYPE_NAME SUPERTYPE_CAT SUPERTYPE_SCHEM SUPERTYPE_NAME",
                        metadata -> metadata.getSuperTypes(null, null, "%")),
                result(
                        "getSuperTables",
                        "TABLE_CAT TABLE_SCHEM TABLE_NAME SUPERTABLE_NAME",
                        metadata -> metadata.getSuperTables(null, null, "%")),
                result(
                        "getAttributes",
                        "TYPE_CAT TYPE_SCHEM TYPE_NAME ATTR_NAME DATA_TYPE:int ATTR_TYPE_NAME ATTR_SIZE:int"
                                + " DECIMAL_DIGITS:int NUM_PREC_RADIX:int NULLABLE:int REMARKS ATTR_DEF"
                                + " SQL_DATA_TYPE:int SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int"
                                + " IS_NULLABLE SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE SOURCE_DATA_TYPE:short",
                        metadata -> metadata.getAttributes(null, null, "%", "%")),
                result(
                        "getClientInfoProperties",
                        "NAME MAX_LEN:int DEFAULT_VALUE DESCRIPTION",
                        DatabaseMetaData::getClientInfoProperties));
    }

    private static Arguments result(String method, String specification, Call call) {
        return Arguments.of(method, specification, call);
    }

    private static String names(ResultSetMetaData columns) throws SQLException {
        StringBuilder names = new StringBuilder();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.append(i == 1 ? "" : " ").append(columns.getColumnLabel(i));
        }
        return names.toString();
    }

    private static String names(String[] specification) {
        return Arrays.stream(specification)
                .map(column -> column.replaceAll(":.*", ""))
                .collect(joining(" "));
    }

    /** The types in which the specification lets a driver give a column. */
    private static List<JDBCType> types(String column) {
        return switch (column.replaceAll(".*:|[A-Z_0-9]+", "")) {
            case "int" -> List.of(JDBCType.INTEGER);
            case "short" -> List.of(JDBCType.SMALLINT);
            case "long" -> List.of(JDBCType.BIGINT);
            case "boolean" -> List.of(JDBCType.BOOLEAN, JDBCType.BIT);
            default -> List.of(JDBCType.VARCHAR);
        };
    }
}
