package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.column.Column;
import io.chconnect.types.DataType;
import org.jspecify.annotations.Nullable;

/** Every type that is read as an object: decimals, wide integers, times, addresses, containers. */
class ObjectAccessor extends ColumnAccessor {
    private @Nullable Column values;

    ObjectAccessor(String name, DataType type) {
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
}
