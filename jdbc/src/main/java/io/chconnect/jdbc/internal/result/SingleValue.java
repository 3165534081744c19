package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.column.Column;
import io.chconnect.types.DataType;
import java.nio.charset.StandardCharsets;

/** One value behind the accessor's interface: an element of an array or tuple. */
final class SingleValue extends ColumnAccessor {
    private final Object value;

    private SingleValue(DataType type, Object value) {
        super("element", type);
        this.value = value;
    }

    static ColumnAccessor accessor(DataType type, Object value) {
        return new SingleValue(type, value);
    }

    @Override
    void bindValues(Column values) {}

    @Override
    public boolean isNull(int row) {
        return false;
    }

    @Override
    public Object value(int row) {
        return value;
    }

    @Override
    public byte[] getBytes(int row) throws java.sql.SQLException {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        return value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : super.getBytes(row);
    }
}
