package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.column.Column;
import io.chconnect.types.DataType;
import org.jspecify.annotations.Nullable;

/** Float32, BFloat16 and Float64. */
final class FloatAccessor extends ColumnAccessor {
    private @Nullable Column values;

    FloatAccessor(String name, DataType type) {
        super(name, type);
    }

    @Override
    void bindValues(Column column) {
        values = column;
    }

    @Override
    public @Nullable Object value(int row) {
        return Bound.column(values).get(row);
    }

    @Override
    public double getDouble(int row) {
        return Bound.column(values).getDouble(row);
    }
}
