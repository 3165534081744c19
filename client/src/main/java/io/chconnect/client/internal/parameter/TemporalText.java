package io.chconnect.client.internal.parameter;

import io.chconnect.codec.ColumnFactory;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DateTimeType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Points in time. They are written as seconds since 1970, which no zone and no change of clocks can bend; wall times for a
 * type without a zone are written as such, since they are in the zone of the server.
 */
final class TemporalText {
    private static final int NANO_DIGITS = 9;

    private TemporalText() {}

    static String of(DataType type, Object value) {
        String zone = zone(type);
        Instant instant = instant(type, value);
        if (zone == null && value instanceof LocalDateTime wallTime) {
            return WallTime.text(wallTime);
        }
        int precision = type instanceof DateTime64Type wide ? wide.precision() : 0;
        long seconds = instant.getEpochSecond();
        String fraction = String.format(Locale.ROOT, "%09d", instant.getNano()).substring(0, precision);
        if (seconds >= 0) {
            // Fewer than five digits would be taken for a year.
            return zeros(seconds, 10) + point(fraction);
        }
        if (instant.getNano() == 0) {
            return seconds + point(fraction);
        }
        return beforeEpoch(type, value, zone, instant, precision);
    }

    /** The server counts a fraction backwards from a negative number of seconds, but loses the sign of a zero. */
    private static String beforeEpoch(
            DataType type, Object value, @Nullable String zone, Instant instant, int precision) {
        long seconds = instant.getEpochSecond() + 1;
        if (seconds == 0) {
            if (zone == null) {
                throw ConversionException.of(
                        value, type.name(), "the last second before 1970 needs a zone in the placeholder's type");
            }
            return WallTime.text(LocalDateTime.ofInstant(instant, ZoneId.of(zone)));
        }
        int nanos = 1_000_000_000 - instant.getNano();
        return seconds + point(zeros(nanos, NANO_DIGITS).substring(0, precision));
    }

    /** By the type's own rules on ranges and fractions. UTC has no gaps that a wall time of the server could fall into. */
    private static Instant instant(DataType type, Object value) {
        Object stored =
                new ColumnFactory(ZoneOffset.UTC).column(type, List.of(value)).get(0);
        return ((ZonedDateTime) Objects.requireNonNull(stored)).toInstant();
    }

    private static @Nullable String zone(DataType type) {
        return type instanceof DateTime64Type wide ? wide.zone() : ((DateTimeType) type).zone();
    }

    private static String point(String fraction) {
        return fraction.isEmpty() ? "" : "." + fraction;
    }

    private static String zeros(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
