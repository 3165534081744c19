package io.chconnect.types.text;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DateTimeType;
import io.chconnect.types.Time64Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** The text of dates and times. Beyond the years 0 to 9999 the server shows the nearest one it can; so does this. */
final class TimeText {
    private static final LocalDate FIRST_DATE = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);
    private static final LocalDateTime FIRST = FIRST_DATE.atStartOfDay();
    private static final LocalDateTime LAST = LAST_DATE.atTime(23, 59, 59);
    private static final long MAX_TIME_SECONDS = 999 * 3600 + 59 * 60 + 59;
    private static final int NANO_DIGITS = 9;

    private TimeText() {}

    static String date(LocalDate value) {
        StringBuilder out = new StringBuilder(10);
        appendDate(out, value.isBefore(FIRST_DATE) ? FIRST_DATE : value.isAfter(LAST_DATE) ? LAST_DATE : value);
        return out.toString();
    }

    /** A DateTime or DateTime64: an instant is shown in the zone of the type, else in its own; a wall time as it is. */
    static String dateTime(DataType type, Object value) {
        boolean fraction = type instanceof DateTime64Type;
        LocalDateTime wall;
        if (value instanceof ZonedDateTime time) {
            String zone = fraction ? ((DateTime64Type) type).zone() : ((DateTimeType) type).zone();
            wall = inZone(time, zone).toLocalDateTime();
        } else if (value instanceof LocalDateTime time) {
            wall = time;
        } else {
            throw ConversionException.of(value, "the text of a " + type.name(), "expected a ZonedDateTime");
        }
        StringBuilder out = new StringBuilder(29);
        LocalDateTime shown = wall.isBefore(FIRST) ? FIRST : wall.getYear() > LAST.getYear() ? LAST : wall;
        appendDate(out, shown.toLocalDate());
        out.append(' ');
        appendClock(out, shown.toLocalTime().toSecondOfDay());
        // The fraction survives where the server cuts the rest.
        appendFraction(out, wall.get(ChronoField.NANO_OF_SECOND), fraction ? ((DateTime64Type) type).precision() : 0);
        return out.toString();
    }

    private static ZonedDateTime inZone(ZonedDateTime time, @Nullable String zone) {
        if (zone == null || zone.equals(time.getZone().getId())) {
            return time;
        }
        try {
            return time.withZoneSameInstant(ZoneId.of(zone));
        } catch (DateTimeException e) {
            // A zone that only the server knows: whoever made the value has found one that stands for it.
            return time;
        }
    }

    static String time(DataType type, Duration value) {
        int precision = type instanceof Time64Type time64 ? time64.precision() : 0;
        boolean negative = value.isNegative();
        // The least duration has no opposite; whole seconds beyond the limit are not shown anyway.
        Duration amount =
                value.toSeconds() == Long.MIN_VALUE ? value.plusSeconds(1).negated() : value.abs();
        StringBuilder out = new StringBuilder(20);
        long seconds = Math.min(amount.toSeconds(), MAX_TIME_SECONDS);
        if (negative && (seconds > 0 || fractionUnits(amount.toNanosPart(), precision) > 0)) {
            out.append('-');
        }
        appendClock(out, seconds);
        appendFraction(out, amount.toNanosPart(), precision);
        return out.toString();
    }

    private static void appendDate(StringBuilder out, LocalDate date) {
        pad(out, date.getYear(), 4);
        out.append('-');
        pad(out, date.getMonthValue(), 2);
        out.append('-');
        pad(out, date.getDayOfMonth(), 2);
    }

    private static void appendClock(StringBuilder out, long seconds) {
        pad(out, seconds / 3600, 2);
        out.append(':');
        pad(out, seconds / 60 % 60, 2);
        out.append(':');
        pad(out, seconds % 60, 2);
    }

    private static void appendFraction(StringBuilder out, int nanos, int precision) {
        if (precision > 0) {
            out.append('.');
            pad(out, fractionUnits(nanos, precision), precision);
        }
    }

    private static long fractionUnits(int nanos, int precision) {
        long units = nanos;
        for (int i = precision; i < NANO_DIGITS; i++) {
            units /= 10;
        }
        return precision == 0 ? 0 : units;
    }

    private static void pad(StringBuilder out, long number, int width) {
        long limit = 10;
        for (int i = 1; i < width; i++) {
            if (number < limit) {
                out.append('0');
            }
            limit *= 10;
        }
        // The zeros were counted for each width the number falls short of.
        out.append(number);
    }
}
