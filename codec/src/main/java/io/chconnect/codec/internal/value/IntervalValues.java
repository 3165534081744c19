package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.IntegralValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.IntegerType;
import io.chconnect.types.IntervalType;
import io.chconnect.types.value.Interval;

/** The interval types: a signed amount of one unit. */
public final class IntervalValues implements IntegralValues {
    private static final IntegerValues AMOUNT = new IntegerValues(IntegerType.INT64);

    private final IntervalType type;

    public IntervalValues(IntervalType type) {
        this.type = type;
    }

    @Override
    public Object toObject(long stored) {
        return new Interval(stored, type.unit());
    }

    @Override
    public long toStored(Object value) {
        if (value instanceof Interval interval) {

            if (interval.unit() != type.unit()) {
                throw ConversionException.of(value, type.name(), "its unit is " + interval.unit());
            }
            return interval.amount();
        }
        if (value instanceof Number) {
            return AMOUNT.toStored(value);
        }
        throw ConversionException.of(value, type.name(), "expected an Interval or a whole number");
    }

    @Override
    public long toLong(long stored) {
        return stored;
    }
}
