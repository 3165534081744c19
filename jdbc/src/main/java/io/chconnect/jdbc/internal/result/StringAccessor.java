package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.FixedBytesColumn;
import io.chconnect.codec.column.LowCardinalityColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.types.DataType;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** String and FixedString, plain or in a dictionary: bytes, and text when they are UTF-8. */
final class StringAccessor extends ColumnAccessor {
    private @Nullable Column values;
    private int @Nullable [] keys;

    StringAccessor(String name, DataType type) {
        super(name, type);
    }

    @Override
    void bindValues(Column column) {
        if (column instanceof LowCardinalityColumn dictionary) {
            keys = dictionary.keys();
            Column words = dictionary.dictionary();
            values = words instanceof NullableColumn nullableWords ? nullableWords.values() : words;
        } else {
            keys = null;
            values = column;
        }
    }

    @Override
    public @Nullable Object value(int row) {
        return Bound.column(values).get(place(row));
    }

    @Override
    public byte[] getBytes(int row) throws SQLException {
        Column column = Bound.column(values);
        if (column instanceof StringColumn strings) {
            return strings.getBytes(place(row));
        }
        if (column instanceof FixedBytesColumn fixed) {
            return fixed.getBytes(place(row));
        }
        throw SqlErrors.conversion("The type " + type().name() + " has no bytes");
    }

    /** Bytes where the value is no text, so that they can be had as an object, too. */
    @Override
    public Object getValue(int row) throws SQLException {
        Object value = value(row);
        return value == null ? getBytes(row) : value;
    }

    private int place(int row) {
        int[] all = keys;
        return all == null ? row : all[row];
    }
}
