package io.chconnect.jooq.internal.type;

import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.MapType;
import io.chconnect.types.NullableType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;
import io.chconnect.types.TypeKind;
import io.chconnect.types.text.ValueText;
import io.chconnect.types.value.Interval;
import io.chconnect.types.value.TypedVariant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as SQL that stands for exactly them. */
public final class Literals {
    private static final int MAX_PRECISION = 76;
    private static final DateTimeFormatter SECONDS =
            new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd HH:mm:ss").toFormatter(Locale.ROOT);

    private Literals() {}

    /** A value whose class says its type. */
    static String plain(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal(decimal);
        }
        if (value instanceof BigInteger integer) {
            return integer(integer);
        }
        if (value instanceof byte[] bytes) {
            return "unhex('" + HexFormat.of().formatHex(bytes) + "')";
        }
        if (value instanceof UUID uuid) {
            return cast(uuid.toString(), "UUID");
        }
        if (value instanceof InetAddress address) {
            return cast(address.getHostAddress(), address instanceof Inet6Address ? "IPv6" : "IPv4");
        }
        return time(value);
    }

    /** A value of a type. */
    static String typed(DataType type, @Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        return switch (type.kind()) {
            case STRING -> value instanceof byte[] bytes ? plain(bytes) : text(value.toString());
            case FIXED_STRING, AGGREGATE_FUNCTION ->
                value instanceof byte[] bytes ? as(plain(bytes), type) : cast(value.toString(), type.name());
            case BOOL -> value instanceof Boolean ? value.toString() : read(type, value);
            case INTERVAL -> interval(type, value);
            case SIMPLE_AGGREGATE_FUNCTION -> as(typed(((SimpleAggregateFunctionType) type).storage(), value), type);
            case NULLABLE -> as(typed(((NullableType) type).inner(), value), type);
            case VARIANT, DYNAMIC, GEOMETRY -> member(type, value);
            case QBIT -> as(array(((QBitType) type).element(), value), type);
            case ARRAY -> as(array(((ArrayType) type).element(), value), type);
            case MAP -> as(map((MapType) type, value), type);
            case TUPLE -> as(tuple((TupleType) type, value), type);
            case DATETIME, DATETIME64 -> value instanceof LocalDateTime ? read(type, value) : pointInTime(type, value);
            default -> read(type, value);
        };
    }

    private static String as(String expression, DataType type) {
        return "CAST(" + expression + ", " + text(type.name()) + ")";
    }

    /** By the text that the server itself gives for the value. */
    private static String read(DataType type, Object value) {
        return cast(ValueText.of(type, Members.stored(type, value)), type.name());
    }

    private static String interval(DataType type, Object value) {
        if (value instanceof Interval interval) {
            return "INTERVAL " + interval.amount() + " "
                    + interval.unit().clickHouseName().toUpperCase(Locale.ROOT);
        }
        return as(value.toString(), type);
    }

    private static String member(DataType type, Object value) {
        TypedVariant member = Members.of(type, value);
        return as(typed(member.type(), member.value()), type);
    }

    /** As seconds since 1970, which no zone can bend. */
    private static String pointInTime(DataType type, Object value) {
        Instant instant = ((ZonedDateTime) Members.stored(type, value)).toInstant();
        if (type.kind() == TypeKind.DATETIME) {
            return as(Long.toString(instant.getEpochSecond()), type);
        }
        BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
        return as(decimal(seconds), type);
    }

    private static String array(DataType element, Object value) {
        StringJoiner items = new StringJoiner(", ", "[", "]");
        for (Object item : (Collection<?>) value) {
            items.add(typed(element, item));
        }
        return items.toString();
    }

    private static String map(MapType type, Object value) {
        StringJoiner entries = new StringJoiner(", ", "map(", ")");
        ((Map<?, ?>) value)
                .forEach((key, item) -> entries.add(typed(type.key(), key)).add(typed(type.value(), item)));
        return entries.toString();
    }

    private static String tuple(TupleType type, Object value) {
        StringJoiner items = new StringJoiner(", ", "tuple(", ")");
        int place = 0;
        if (value instanceof Map<?, ?> named) {
            type.elements().forEach(e -> items.add(typed(e.type(), named.get(e.name()))));
            return items.toString();
        }
        for (Object item : (Collection<?>) value) {
            items.add(typed(type.elements().get(place++).type(), item));
        }
        return items.toString();
    }

    /** A text in single quotes. */
    public static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A text that is read as a value of a type. */
    public static String cast(String text, String type) {
        return "CAST(" + text(text) + ", " + text(type) + ")";
    }

    private static String time(Object value) {
        if (value instanceof java.sql.Date date) {
            return cast(date.toLocalDate().toString(), "Date32");
        }
        if (value instanceof LocalDate date) {
            return cast(date.toString(), "Date32");
        }
        if (value instanceof Timestamp timestamp) {
            return instant(timestamp.toInstant());
        }
        if (value instanceof LocalDateTime time) {
            return wallTime(time, null);
        }
        if (value instanceof Instant instant) {
            return instant(instant);
        }
        if (value instanceof OffsetDateTime time) {
            return instant(time.toInstant());
        }
        if (value instanceof ZonedDateTime time) {
            return instant(time.toInstant());
        }
        if (value instanceof java.sql.Time time) {
            return timeOfDay(Duration.ofNanos(time.toLocalTime().toNanoOfDay()));
        }
        if (value instanceof LocalTime time) {
            return timeOfDay(Duration.ofNanos(time.toNanoOfDay()));
        }
        if (value instanceof Duration duration) {
            return timeOfDay(duration);
        }
        throw new IllegalArgumentException("A value of " + value.getClass().getName()
                + " cannot be written into a statement: give it a type of ClickHouseTypes");
    }

    private static String decimal(BigDecimal value) {
        int scale = Math.max(0, value.scale());
        int precision = Math.max(scale, value.precision() - value.scale() + scale);
        if (precision > MAX_PRECISION) {
            throw new IllegalArgumentException(
                    "The number " + value + " has " + precision + " digits: expected at most " + MAX_PRECISION);
        }
        return cast(value.setScale(scale).toPlainString(), "Decimal(" + Math.max(1, precision) + ", " + scale + ")");
    }

    private static String integer(BigInteger value) {
        int bits = value.bitLength();
        if (bits < Long.SIZE || (bits == Long.SIZE && value.signum() > 0)) {
            return value.toString();
        }
        if (bits < 128) {
            return cast(value.toString(), "Int128");
        }
        if (bits < 256) {
            return cast(value.toString(), "Int256");
        }
        if (bits == 256 && value.signum() > 0) {
            return cast(value.toString(), "UInt256");
        }
        throw new IllegalArgumentException("The number has " + bits + " bits: expected at most 256");
    }

    private static String instant(Instant value) {
        return wallTime(LocalDateTime.ofInstant(value, ZoneOffset.UTC), "UTC");
    }

    /** A wall time in a zone; without one in that of the server. */
    private static String wallTime(LocalDateTime value, @Nullable String zone) {
        int nanos = value.get(ChronoField.NANO_OF_SECOND);
        int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        requireYear(value, digits);
        String fraction = String.format(Locale.ROOT, "%09d", nanos).substring(0, digits);
        String type = "DateTime64(" + digits + (zone == null ? ")" : ", '" + zone + "')");
        return cast(SECONDS.format(value) + "." + fraction, type);
    }

    private static void requireYear(LocalDateTime value, int digits) {
        int year = value.get(ChronoField.YEAR);
        int last = digits == 9 ? 2261 : 2299;
        if (year < 1900 || year > last) {
            throw new IllegalArgumentException(
                    "The time " + value + " is out of range: expected the years 1900 to " + last);
        }
    }

    private static String timeOfDay(Duration value) {
        Duration positive = value.abs();
        String text = String.format(
                Locale.ROOT,
                "%s%d:%02d:%02d",
                value.isNegative() ? "-" : "",
                positive.toHours(),
                positive.toMinutesPart(),
                positive.toSecondsPart());
        int nanos = positive.toNanosPart();
        return nanos == 0 ? cast(text, "Time") : cast(text + String.format(Locale.ROOT, ".%09d", nanos), "Time64(9)");
    }
}
