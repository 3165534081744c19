package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.IntegralColumn;
import io.chconnect.types.DataType;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/** DateTime and DateTime64: a Timestamp without making the wall time. */
final class DateTimeAccessor extends ObjectAccessor {
    private @Nullable IntegralColumn stored;

    DateTimeAccessor(String name, DataType type) {
        super(name, type);
    }

    @Override
    void bindValues(Column column) {
        super.bindValues(column);
        stored = column instanceof IntegralColumn integral ? integral : null;
    }

    @Override
    public Timestamp getTimestamp(int row, @Nullable Calendar calendar) throws SQLException {
        Instant instant = stored == null ? null : stored.getInstant(row);
        return instant == null ? super.getTimestamp(row, calendar) : Timestamp.from(instant);
    }
}
