package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.IntegralValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time and Time64: signed seconds, or ticks of a power of ten of a second, within ±999:59:59. */
public final class TimeValues implements IntegralValues {
    private static final Pattern TEXT = Pattern.compile("(-?)(\\d{1,3}):([0-5]\\d):([0-5]\\d)(?:\\.(\\d{1,9}))?");
    private static final long NANOS = 1_000_000_000;
    private static final long MAX_SECONDS = 999 * 3600 + 59 * 60 + 59;

    private final DataType type;
    private final int precision;
    private final long ticksPerSecond;
    private final RoundingMode rounding;

    public TimeValues(DataType type, int precision, RoundingMode rounding) {
        this.type = type;
        this.precision = precision;
        this.rounding = rounding;
        this.ticksPerSecond = BigDecimal.ONE.movePointRight(precision).longValueExact();
    }

    @Override
    public Object toObject(long stored) {
        return Duration.ofSeconds(
                Math.floorDiv(stored, ticksPerSecond),
                Math.floorMod(stored, ticksPerSecond) * (NANOS / ticksPerSecond));
    }

    @Override
    public long toStored(Object value) {
        BigDecimal seconds = seconds(value);
        try {
            seconds = seconds.setScale(precision, rounding);
        } catch (ArithmeticException e) {
            throw ConversionException.of(value, type.name(), "its fraction has more digits than the type");
        }
        if (seconds.abs().compareTo(BigDecimal.valueOf(MAX_SECONDS + 1)) >= 0) {
            throw ConversionException.of(value, type.name(), "it is out of range, expected ±999:59:59");
        }
        return seconds.unscaledValue().longValueExact();
    }

    @Override
    public long toLong(long stored) {
        throw ConversionException.of(toObject(stored), "long", "a time is not a number");
    }

    private BigDecimal seconds(Object value) {
        if (value instanceof Duration duration) {

            return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        }
        if (value instanceof LocalTime localTime) {
            return BigDecimal.valueOf(localTime.toNanoOfDay(), 9);
        }
        if (value instanceof CharSequence charSequence) {
            Matcher matcher = TEXT.matcher(charSequence);
            if (matcher.matches()) {
                long whole = Long.parseLong(matcher.group(2)) * 3600
                        + Long.parseLong(matcher.group(3)) * 60
                        + Long.parseLong(matcher.group(4));
                String fraction = matcher.group(5) == null ? "" : "." + matcher.group(5);
                return new BigDecimal(matcher.group(1) + whole + fraction);
            }
        }
        throw ConversionException.of(value, type.name(), "expected a Duration, a LocalTime or text such as 012:30:00");
    }
}
