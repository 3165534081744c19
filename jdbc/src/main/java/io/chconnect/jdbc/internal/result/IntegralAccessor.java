package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.column.Column;
import io.chconnect.jdbc.internal.type.JdbcType;
import io.chconnect.types.DataType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Int8 to Int64 and UInt8 to UInt32: every value is a long. */
final class IntegralAccessor extends ColumnAccessor {
    private @Nullable Column values;

    IntegralAccessor(String name, DataType type) {
        super(name, type);
    }

    static boolean reads(DataType type) {
        return switch (JdbcType.unwrap(type).kind()) {
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 -> true;
            default -> false;
        };
    }

    @Override
    void bindValues(Column column) {
        values = column;
    }

    @Override
    public @Nullable Object value(int row) {
        return bound().get(row);
    }

    @Override
    public long getLong(int row) {
        return bound().getLong(row);
    }

    @Override
    public double getDouble(int row) {
        return (double) bound().getLong(row);
    }

    @Override
    public BigDecimal getBigDecimal(int row) {
        return BigDecimal.valueOf(bound().getLong(row));
    }

    @Override
    public String getString(int row) {
        return Long.toString(bound().getLong(row));
    }

    private Column bound() {
        return Bound.column(values);
    }
}
