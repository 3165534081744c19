package io.chconnect.jdbc.internal.statement;

import io.chconnect.jdbc.internal.error.SelfWrapper;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.type.JdbcType;
import io.chconnect.types.DataType;
import io.chconnect.types.SimpleType;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement. Those of an insert have the types of their columns; others take any. */
final class ClickHouseParameterMetaData implements ParameterMetaData, SelfWrapper {
    private final int count;
    private final List<? extends @Nullable DataType> types;

    ClickHouseParameterMetaData(int count, List<? extends @Nullable DataType> types) {
        this.count = count;
        this.types = types;
    }

    @Override
    public int getParameterCount() {
        return count;
    }

    @Override
    public int isNullable(int parameter) throws SQLException {
        DataType type = known(parameter);
        if (type == null) {
            return parameterNullableUnknown;
        }
        return JdbcType.nullable(type) ? parameterNullable : parameterNoNulls;
    }

    @Override
    public boolean isSigned(int parameter) throws SQLException {
        return type(parameter).signed();
    }

    @Override
    public int getPrecision(int parameter) throws SQLException {
        return type(parameter).precision();
    }

    @Override
    public int getScale(int parameter) throws SQLException {
        return type(parameter).scale();
    }

    @Override
    public int getParameterType(int parameter) throws SQLException {
        return type(parameter).code();
    }

    @Override
    public String getParameterTypeName(int parameter) throws SQLException {
        DataType type = known(parameter);
        return type == null ? SimpleType.STRING.name() : type.name();
    }

    @Override
    public String getParameterClassName(int parameter) throws SQLException {
        return known(parameter) == null
                ? Object.class.getName()
                : type(parameter).javaClass().getName();
    }

    @Override
    public int getParameterMode(int parameter) throws SQLException {
        known(parameter);
        return parameterModeIn;
    }

    private JdbcType type(int parameter) throws SQLException {
        DataType type = known(parameter);
        return JdbcType.of(type == null ? SimpleType.STRING : type);
    }

    private @Nullable DataType known(int parameter) throws SQLException {
        if (parameter < 1 || parameter > count) {
            throw SqlErrors.invalidArgument("There is no parameter " + parameter + ": the statement has " + count);
        }
        return parameter > types.size() ? null : types.get(parameter - 1);
    }
}
