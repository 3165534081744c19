package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whole numbers of 8 to 64 bits, and everything that is stored as such: dates, times, enums, small decimals. */
public abstract sealed class IntegralColumn implements Column permits ByteColumn, ShortColumn, IntColumn, LongColumn {
    private final DataType type;
    private final IntegralValues meaning;

    IntegralColumn(DataType type, IntegralValues meaning) {
        this.type = type;
        this.meaning = meaning;
    }

    @Override
    public final DataType type() {
        return type;
    }

    @Override
    public final Object get(int row) {
        return meaning.toObject(stored(row));
    }

    @Override
    public final long getLong(int row) {
        return meaning.toLong(stored(row));
    }

    @Override
    public final double getDouble(int row) {
        return Conversions.toDouble(type, get(row));
    }

    /**
     * The point in time of a DateTime or DateTime64, which is made faster than its {@link #get wall time}.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return null if the column's type has no points in time
     * @throws ConversionException if Java has no such time
     */
    public final @Nullable Instant getInstant(int row) {
        return meaning.toInstant(stored(row));
    }

    /**
     * A value as it is stored.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return the stored number, sign-extended
     */
    public abstract long stored(int row);
}
