package io.chconnect.jdbc.internal.metadata;

import io.chconnect.client.Row;
import io.chconnect.error.ClickHouseException;
import io.chconnect.jdbc.internal.type.JdbcType;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@code getColumns}. */
final class ColumnRows {
    private static final MetadataShape SHAPE = MetadataShape.of("""
            TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE:i TYPE_NAME COLUMN_SIZE:i BUFFER_LENGTH:i
            DECIMAL_DIGITS:i NUM_PREC_RADIX:i NULLABLE:i REMARKS COLUMN_DEF SQL_DATA_TYPE:i SQL_DATETIME_SUB:i
            CHAR_OCTET_LENGTH:i ORDINAL_POSITION:i IS_NULLABLE SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE
            SOURCE_DATA_TYPE:h IS_AUTOINCREMENT IS_GENERATEDCOLUMN""");

    private ColumnRows() {}

    static ResultSet of(List<Row> columns, Scope scope) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row column : columns) {
            rows.add(row(column, scope));
        }
        return SHAPE.rows(rows);
    }

    private static List<@Nullable Object> row(Row column, Scope scope) {
        String typeName = String.valueOf(column.getString("type"));
        DataType type = parse(typeName);
        JdbcType jdbc = type == null ? null : JdbcType.of(type);
        boolean nullable = type != null && JdbcType.nullable(type);
        int code = jdbc == null ? Types.OTHER : jdbc.code();
        Integer size = jdbc == null || jdbc.precision() == 0 ? null : jdbc.precision();
        String kind = String.valueOf(column.getString("default_kind"));
        String expression = String.valueOf(column.getString("default_expression"));
        boolean generated = kind.equals("MATERIALIZED") || kind.equals("ALIAS");
        return Arrays.asList(
                scope.catalog(column.getString("database")),
                scope.schema(column.getString("database")),
                column.getString("table"),
                column.getString("name"),
                code,
                typeName,
                size,
                null,
                hasScale(code) && jdbc != null ? jdbc.scale() : null,
                isNumber(code) ? 10 : null,
                nullable ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls,
                column.getString("comment"),
                expression.isEmpty() ? null : expression,
                null,
                null,
                code == Types.VARCHAR ? size : null,
                (int) column.getLong("position"),
                nullable ? "YES" : "NO",
                null,
                null,
                null,
                null,
                "NO",
                generated ? "YES" : "NO");
    }

    /** Null for a type that only a newer driver knows. */
    private static @Nullable DataType parse(String name) {
        try {
            return DataTypes.parse(name);
        } catch (ClickHouseException e) {
            return null;
        }
    }

    private static boolean isNumber(int code) {
        return switch (code) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.DOUBLE -> true;
            default -> false;
        };
    }

    private static boolean hasScale(int code) {
        return isNumber(code) || code == Types.TIMESTAMP || code == Types.TIME;
    }
}
