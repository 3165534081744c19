package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.IntegralColumn;
import io.chconnect.types.DataType;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** UInt64: a long where it is one, without making its BigInteger. */
final class UInt64Accessor extends ObjectAccessor {
    private @Nullable IntegralColumn stored;

    UInt64Accessor(String name, DataType type) {
        super(name, type);
    }

    @Override
    void bindValues(Column column) {
        super.bindValues(column);
        stored = column instanceof IntegralColumn integral ? integral : null;
    }

    @Override
    public long getLong(int row) throws SQLException {
        long number = stored == null ? -1 : stored.stored(row);
        return number < 0 ? super.getLong(row) : number;
    }
}
