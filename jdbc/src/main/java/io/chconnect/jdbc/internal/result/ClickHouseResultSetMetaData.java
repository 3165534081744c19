package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SelfWrapper;
import io.chconnect.jdbc.internal.type.JdbcType;
import io.chconnect.types.DataType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** What is known of the columns of a result: everything that their types say, and nothing of tables. */
public final class ClickHouseResultSetMetaData implements ResultSetMetaData, SelfWrapper {
    private final ResultColumns columns;

    public ClickHouseResultSetMetaData(ResultColumns columns) {
        this.columns = columns;
    }

    /** The columns behind it. */
    public ResultColumns columns() {
        return columns;
    }

    @Override
    public int getColumnCount() {
        return columns.count();
    }

    @Override
    public boolean isAutoIncrement(int column) throws SQLException {
        columns.place(column);
        return false;
    }

    @Override
    public boolean isCaseSensitive(int column) throws SQLException {
        return jdbcType(column).caseSensitive();
    }

    @Override
    public boolean isSearchable(int column) throws SQLException {
        columns.place(column);
        return true;
    }

    @Override
    public boolean isCurrency(int column) throws SQLException {
        columns.place(column);
        return false;
    }

    @Override
    public int isNullable(int column) throws SQLException {
        return JdbcType.nullable(type(column)) ? columnNullable : columnNoNulls;
    }

    @Override
    public boolean isSigned(int column) throws SQLException {
        return jdbcType(column).signed();
    }

    @Override
    public int getColumnDisplaySize(int column) throws SQLException {
        return jdbcType(column).displaySize();
    }

    @Override
    public String getColumnLabel(int column) throws SQLException {
        return columns.name(column);
    }

    @Override
    public String getColumnName(int column) throws SQLException {
        return columns.name(column);
    }

    @Override
    public String getSchemaName(int column) throws SQLException {
        columns.place(column);
        return "";
    }

    @Override
    public int getPrecision(int column) throws SQLException {
        return jdbcType(column).precision();
    }

    @Override
    public int getScale(int column) throws SQLException {
        return jdbcType(column).scale();
    }

    @Override
    public String getTableName(int column) throws SQLException {
        columns.place(column);
        return "";
    }

    @Override
    public String getCatalogName(int column) throws SQLException {
        columns.place(column);
        return "";
    }

    @Override
    public int getColumnType(int column) throws SQLException {
        return jdbcType(column).code();
    }

    @Override
    public String getColumnTypeName(int column) throws SQLException {
        return type(column).name();
    }

    @Override
    public boolean isReadOnly(int column) throws SQLException {
        columns.place(column);
        return true;
    }

    @Override
    public boolean isWritable(int column) throws SQLException {
        columns.place(column);
        return false;
    }

    @Override
    public boolean isDefinitelyWritable(int column) throws SQLException {
        columns.place(column);
        return false;
    }

    @Override
    public String getColumnClassName(int column) throws SQLException {
        return jdbcType(column).javaClass().getName();
    }

    private DataType type(int column) throws SQLException {
        return columns.type(column);
    }

    private JdbcType jdbcType(int column) throws SQLException {
        return JdbcType.of(type(column));
    }
}
