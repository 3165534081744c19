package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.column.Column;
import io.chconnect.types.DataType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Enum8 and Enum16: the label, and the number where a number is asked for. */
final class EnumAccessor extends ColumnAccessor {
    private @Nullable Column values;

    EnumAccessor(String name, DataType type) {
        super(name, type);
    }

    @Override
    void bindValues(Column column) {
        values = column;
    }

    @Override
    public boolean isNull(int row) {
        return super.isNull(row) || Bound.column(values).isNull(row);
    }

    @Override
    public @Nullable Object value(int row) {
        return Bound.column(values).get(row);
    }

    @Override
    public long getLong(int row) {
        return Bound.column(values).getLong(row);
    }

    @Override
    public double getDouble(int row) {
        return (double) Bound.column(values).getLong(row);
    }

    @Override
    public BigDecimal getBigDecimal(int row) {
        return BigDecimal.valueOf(getLong(row));
    }
}
