package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.types.DataType;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values as dates and times. A DateTime is a point in time with a zone: its instant and its wall time are both exact. A
 * Date has no zone; where a class of {@code java.sql} forces one, it is the Calendar's, else the JVM's.
 */
public final class Temporals {
    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("[ ]['T']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);
    private static final LocalDate EPOCH_DAY = LocalDate.EPOCH;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Temporals() {}

    /** The date of a value; of a DateTime, the one in its zone. */
    public static LocalDate localDate(Object value, DataType type) throws SQLException {
        Object known = known(value);
        if (known instanceof LocalDate date) {
            return date;
        }
        if (known instanceof ZonedDateTime time) {
            return time.toLocalDate();
        }
        if (known instanceof OffsetDateTime time) {
            return time.toLocalDate();
        }
        if (known instanceof LocalDateTime time) {
            return time.toLocalDate();
        }
        throw notA(value, type, "date");
    }

    /** The wall time of a value; of a DateTime, the one in its zone; of a date, its midnight. */
    public static LocalDateTime localDateTime(Object value, DataType type) throws SQLException {
        Object known = known(value);
        if (known instanceof ZonedDateTime time) {
            return time.toLocalDateTime();
        }
        if (known instanceof LocalDateTime time) {
            return time;
        }
        if (known instanceof OffsetDateTime time) {
            return time.toLocalDateTime();
        }
        if (known instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        throw notA(value, type, "date and time");
    }

    /** The time of day of a value; of a DateTime, the one in its zone. */
    public static LocalTime localTime(Object value, DataType type) throws SQLException {
        if (value instanceof Duration duration) {
            if (duration.isNegative() || duration.compareTo(Duration.ofDays(1)) >= 0) {
                throw SqlErrors.outOfRange(
                        "The time " + duration + " is out of the range of a time of day: ask for a Duration");
            }
            return LocalTime.ofNanoOfDay(duration.toNanos());
        }
        if (value instanceof String text && text.indexOf('-') < 0) {
            try {
                return LocalTime.parse(text.strip());
            } catch (DateTimeException e) {
                throw notA(value, type, "time of day");
            }
        }
        if (value instanceof LocalDate) {
            throw notA(value, type, "time of day");
        }
        return localDateTime(value, type).toLocalTime();
    }

    /** The point in time of a DateTime, or of a text with an offset. */
    public static OffsetDateTime offsetDateTime(Object value, DataType type) throws SQLException {
        Object known = known(value);
        if (known instanceof ZonedDateTime time) {
            return time.toOffsetDateTime();
        }
        if (known instanceof OffsetDateTime time) {
            return time;
        }
        throw notA(value, type, "point in time");
    }

    /** The class of {@code java.sql} for a date: midnight in the Calendar's zone, else the JVM's. */
    public static Date date(Object value, DataType type, @Nullable Calendar calendar) throws SQLException {
        LocalDate date = localDate(value, type);
        if (calendar == null) {
            Date result = Date.valueOf(date);
            if (!result.toLocalDate().equals(date)) {
                throw SqlErrors.outOfRange("The date " + date + " does not exist in the JVM's zone, which java.sql.Date"
                        + " is bound to: ask for a LocalDate");
            }
            return result;
        }
        return new Date(date.atStartOfDay(zone(calendar)).toInstant().toEpochMilli());
    }

    /** The class of {@code java.sql} for a time of day, on 1970-01-01 in the Calendar's zone, else the JVM's. */
    public static Time time(Object value, DataType type, @Nullable Calendar calendar) throws SQLException {
        LocalTime time = localTime(value, type);
        if (time.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI != 0) {
            throw SqlErrors.outOfRange("The time " + time
                    + " has more digits than the milliseconds of java.sql.Time: ask for a LocalTime");
        }
        return new Time(instant(time.atDate(EPOCH_DAY), zone(calendar)).toEpochMilli());
    }

    /** The class of {@code java.sql} for a point in time; without one, wall time in the Calendar's zone, else the JVM's. */
    public static Timestamp timestamp(Object value, DataType type, @Nullable Calendar calendar) throws SQLException {
        return Timestamp.from(instant(value, type, zone(calendar)));
    }

    /** The point in time of a value; wall times and dates count in the given zone. */
    public static Instant instant(Object value, DataType type, ZoneId zone) throws SQLException {
        Object known = known(value);
        if (known instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (known instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (known instanceof LocalDate date) {
            return date.atStartOfDay(zone).toInstant();
        }
        return instant(localDateTime(value, type), zone);
    }

    /** The zone of a Calendar, else the JVM's: classes of {@code java.sql} have no other. */
    public static ZoneId zone(@Nullable Calendar calendar) {
        return calendar == null
                ? ZoneId.systemDefault()
                : calendar.getTimeZone().toZoneId();
    }

    private static Instant instant(LocalDateTime time, ZoneId zone) throws SQLException {
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            throw SqlErrors.outOfRange("The wall time " + time + " does not exist in the zone " + zone);
        }
        return time.atZone(zone).toInstant();
    }

    /** Text as the class it stands for; everything else as it is. */
    private static Object known(Object value) {
        if (value instanceof String text) {
            try {
                TemporalAccessor parsed =
                        TEXT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                return parsed;
            } catch (DateTimeException e) {
                return value;
            }
        }
        return value;
    }

    private static SQLException notA(Object value, DataType type, String target) {
        String shown = value instanceof String text ? "The text " + Numbers.shorten(text) : "A value";
        return SqlErrors.conversion(shown + " of type " + type.name() + " is not a " + target);
    }
}
