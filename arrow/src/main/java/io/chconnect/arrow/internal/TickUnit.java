package io.chconnect.arrow.internal;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/**
 * What one tick is.
 *
 * @param perSecond ticks in a second; 0 when a tick is a day
 */
record TickUnit(long perSecond) {
    static final TickUnit DAY = new TickUnit(0);
    static final TickUnit SECOND = new TickUnit(1);
    private static final long MILLIS_PER_DAY = 86_400_000;

    /** The unit of a fraction of a second. */
    static TickUnit ofDigits(int digits) {
        long perSecond = 1;
        for (int i = 0; i < digits; i++) {
            perSecond *= 10;
        }
        return new TickUnit(perSecond);
    }

    /** How many digits of a second Arrow's unit has. */
    static int digits(TimeUnit unit) {
        return switch (unit) {
            case SECOND -> 0;
            case MILLISECOND -> 3;
            case MICROSECOND -> 6;
            case NANOSECOND -> 9;
        };
    }

    /** The unit of the values of an Arrow type. */
    static TickUnit of(ArrowType type) {
        if (type instanceof ArrowType.Date date) {
            return date.getUnit() == DateUnit.DAY ? DAY : ofDigits(3);
        }
        TimeUnit unit = type instanceof ArrowType.Timestamp timestamp
                ? timestamp.getUnit()
                : type instanceof ArrowType.Duration duration ? duration.getUnit() : ((ArrowType.Time) type).getUnit();
        return ofDigits(digits(unit));
    }

    /** The bits of the values of an Arrow type. */
    static int width(ArrowType type) {
        if (type instanceof ArrowType.Date date) {
            return date.getUnit() == DateUnit.DAY ? Integer.SIZE : Long.SIZE;
        }
        return type instanceof ArrowType.Time time ? time.getBitWidth() : Long.SIZE;
    }

    /** Arrow's unit that has these ticks or finer ones. */
    static TimeUnit timeUnit(int digits) {
        if (digits == 0) {
            return TimeUnit.SECOND;
        }
        return digits <= 3 ? TimeUnit.MILLISECOND : digits <= 6 ? TimeUnit.MICROSECOND : TimeUnit.NANOSECOND;
    }

    /** How many ticks of a finer unit one tick is. */
    long ticksOf(TickUnit finer) {
        return perSecond == 0 ? 1 : finer.perSecond / perSecond;
    }

    /** Converts ticks in place, without loss. */
    void convert(long[] ticks, TickUnit to, DataType target, boolean @Nullable [] nulls) {
        if (equals(to)) {
            return;
        }
        long divisor = to.perSecond == 0 ? MILLIS_PER_DAY : perSecond > to.perSecond ? perSecond / to.perSecond : 1;
        long factor = to.perSecond > perSecond ? to.perSecond / perSecond : 1;
        for (int row = 0; row < ticks.length; row++) {
            long value = ticks[row];
            long whole = Math.floorDiv(value, divisor);
            long low = whole * factor;
            if (whole * divisor != value) {
                throw ConversionException.of(text(value), target.name(), "it is not a whole number of its units")
                        .atRow(row);
            }
            if (Math.multiplyHigh(whole, factor) != low >> 63) {
                throw ConversionException.of(text(value), target.name(), "it is out of range")
                        .atRow(row);
            }
            ticks[row] = low;
        }
    }

    /** A count in words, for messages. */
    String text(long ticks) {
        return ticks + (perSecond == 0 ? " days" : perSecond == 1 ? " s" : " × 1/" + perSecond + " s");
    }
}
