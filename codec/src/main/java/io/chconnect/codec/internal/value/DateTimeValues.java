package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.IntegralValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * DateTime and DateTime64: seconds, or ticks of a power of ten of a second, since 1970-01-01 00:00:00 UTC. Ticks before
 * that are floored, so that the fraction always counts forwards.
 */
public final class DateTimeValues implements IntegralValues {
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private final DataType type;
    private final ZoneId zone;
    private final boolean wide;
    private final RoundingMode rounding;
    private final long ticksPerSecond;
    private final long nanosPerTick;
    private final long safeSeconds;

    private DateTimeValues(DataType type, ZoneId zone, boolean wide, int precision, RoundingMode rounding) {
        this.type = type;
        this.zone = zone;
        this.wide = wide;
        this.rounding = rounding;
        this.ticksPerSecond = POWERS[precision];
        this.nanosPerTick = POWERS[9 - precision];
        this.safeSeconds = Long.MAX_VALUE / ticksPerSecond;
    }

    /** DateTime. */
    public static DateTimeValues seconds(DataType type, ZoneId zone, RoundingMode rounding) {
        return new DateTimeValues(type, zone, false, 0, rounding);
    }

    /** DateTime64. */
    public static DateTimeValues ticks(DataType type, ZoneId zone, int precision, RoundingMode rounding) {
        return new DateTimeValues(type, zone, true, precision, rounding);
    }

    @Override
    public Object toObject(long stored) {
        Instant instant = toInstant(stored);
        try {
            return ZonedDateTime.ofInstant(instant, zone);
        } catch (DateTimeException e) {
            throw noSuchTime(instant.getEpochSecond(), "ZonedDateTime");
        }
    }

    @Override
    public Instant toInstant(long stored) {
        if (!wide) {
            return Instant.ofEpochSecond(stored & 0xFFFFFFFFL);
        }
        long seconds = Math.floorDiv(stored, ticksPerSecond);
        try {
            return Instant.ofEpochSecond(seconds, Math.floorMod(stored, ticksPerSecond) * nanosPerTick);
        } catch (DateTimeException e) {
            throw noSuchTime(seconds, "Instant");
        }
    }

    private static ConversionException noSuchTime(long seconds, String target) {
        return ConversionException.of(seconds + " seconds since 1970", target, "Java has no such time");
    }

    @Override
    public long toStored(Object value) {
        Instant instant = Instants.from(value, zone, type);
        long seconds = instant.getEpochSecond();
        long nanos = instant.getNano();
        boolean exact = nanos == 0 || nanos % nanosPerTick == 0;
        if (!exact && rounding == RoundingMode.UNNECESSARY) {
            throw ConversionException.of(value, type.name(), "its fraction has more digits than the type");
        }
        long ticks;
        try {
            ticks = exact ? ticks(seconds, nanos == 0 ? 0 : nanos / nanosPerTick) : rounded(seconds, nanos);
        } catch (ArithmeticException e) {
            throw ConversionException.of(value, type.name(), "it is out of range");
        }
        if (!wide && (ticks < 0 || ticks > 0xFFFFFFFFL)) {
            throw ConversionException.of(
                    value, type.name(), "it is out of range, expected 1970-01-01 00:00:00 to 2106-02-07 06:28:15 UTC");
        }
        return ticks;
    }

    @Override
    public long toLong(long stored) {
        throw ConversionException.of(toObject(stored), "long", "a point in time is not a number");
    }

    private long rounded(long seconds, long nanos) {
        return BigDecimal.valueOf(seconds)
                .add(BigDecimal.valueOf(nanos, 9))
                .multiply(BigDecimal.valueOf(ticksPerSecond))
                .setScale(0, rounding)
                .longValueExact();
    }

    /** Computed without overflow in between: the first ticks of the range would overflow as seconds alone. */
    private long ticks(long seconds, long fraction) {
        if (Math.abs(seconds) < safeSeconds) {
            return seconds * ticksPerSecond + fraction;
        }
        return BigInteger.valueOf(seconds)
                .multiply(BigInteger.valueOf(ticksPerSecond))
                .add(BigInteger.valueOf(fraction))
                .longValueExact();
    }
}
