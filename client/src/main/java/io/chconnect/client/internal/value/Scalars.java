package io.chconnect.client.internal.value;

import io.chconnect.codec.column.Column;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.text.ValueText;
import io.chconnect.types.value.Interval;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that are no containers as objects of other classes: without loss, or not at all. */
public final class Scalars {
    private static final Set<Class<?>> OF_DATE_TIME =
            Set.of(Instant.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    private Scalars() {}

    /** Whether values of one class can become objects of another; some of them at least. */
    static boolean convertible(Class<?> natural, Class<?> target) {
        if (target.isAssignableFrom(natural) || target == String.class) {
            return true;
        }
        if (Number.class.isAssignableFrom(natural)) {
            return NumberConversions.convertible(target);
        }
        if (natural == ZonedDateTime.class) {
            return OF_DATE_TIME.contains(target);
        }
        if (natural == Duration.class) {
            return target == LocalTime.class;
        }
        if (natural == Interval.class) {
            return target == Duration.class || target == Period.class;
        }
        return natural == String.class
                ? target.isEnum() || target == Character.class
                : natural == Boolean.class && NumberConversions.convertible(target);
    }

    /** Whether a class is one that values become by these rules, and no container and no class of the user's. */
    public static boolean isScalar(Class<?> target) {
        if (target.isArray() || Iterable.class.isAssignableFrom(target)) {
            return target == byte[].class;
        }
        return target.isEnum()
                || target.isPrimitive()
                || target == Interval.class
                || target.getName().startsWith("java.");
    }

    /** The value as an object of a class. */
    public static <T> T convert(DataType type, Object value, Class<T> target) {
        if (target.isInstance(value)) {
            return target.cast(value);
        }
        Object converted = target == String.class ? ValueText.of(type, value) : converted(value, target);
        if (converted == null) {
            throw ConversionException.of(
                    value, target.getSimpleName(), "the column has type " + type.name() + ", which has no such value");
        }
        return target.cast(converted);
    }

    /** The class that stands for a primitive one. */
    static Class<?> boxed(Class<?> target) {
        return target.isPrimitive()
                ? java.lang.invoke.MethodType.methodType(target).wrap().returnType()
                : target;
    }

    private static @Nullable Object converted(Object value, Class<?> target) {
        if (value instanceof Number number) {
            return NumberConversions.convert(number, target);
        }
        if (value instanceof Boolean truth) {
            return target == Boolean.class ? truth : NumberConversions.convert(truth ? 1 : 0, target);
        }
        if (value instanceof ZonedDateTime dateTime) {
            return dateTime(dateTime, target);
        }
        if (value instanceof String text) {
            return text(text, target);
        }
        if (value instanceof Duration duration && target == LocalTime.class) {
            return timeOfDay(duration);
        }
        try {
            return value instanceof Interval interval ? interval(interval, target) : null;
        } catch (ArithmeticException e) {
            throw ConversionException.of(value, target.getSimpleName(), "it is out of range");
        }
    }

    private static @Nullable Object dateTime(ZonedDateTime value, Class<?> target) {
        if (target == Instant.class) {
            return value.toInstant();
        }
        if (target == LocalDateTime.class) {
            return value.toLocalDateTime();
        }
        return target == OffsetDateTime.class ? value.toOffsetDateTime() : null;
    }

    private static @Nullable Object text(String value, Class<?> target) {
        if (target == Character.class && value.length() == 1) {
            return value.charAt(0);
        }
        if (!target.isEnum()) {
            return null;
        }
        for (Object constant : target.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(value)) {
                return constant;
            }
        }
        throw ConversionException.of(value, target.getSimpleName(), "the enum has no constant of this name");
    }

    private static LocalTime timeOfDay(Duration value) {
        if (value.isNegative() || value.toDays() > 0) {
            throw ConversionException.of(value, "LocalTime", "it is not a time of day, from 0 to below 24 hours");
        }
        return LocalTime.ofNanoOfDay(value.toNanos());
    }

    private static @Nullable Object interval(Interval value, Class<?> target) {
        if (target == Duration.class) {
            return fixed(value);
        }
        if (target != Period.class) {
            return null;
        }
        int amount = (int) NumberConversions.within(value.amount(), Integer.MIN_VALUE, Integer.MAX_VALUE, "Period");
        return switch (value.unit()) {
            case DAY -> Period.ofDays(amount);
            case WEEK -> Period.ofWeeks(amount);
            case MONTH -> Period.ofMonths(amount);
            case QUARTER -> Period.ofMonths(Math.multiplyExact(amount, 3));
            case YEAR -> Period.ofYears(amount);
            default -> throw ConversionException.of(value, "Period", "its unit is shorter than a day");
        };
    }

    private static Duration fixed(Interval value) {
        long amount = value.amount();
        return switch (value.unit()) {
            case NANOSECOND -> Duration.ofNanos(amount);
            case MICROSECOND ->
                Duration.ofSeconds(Math.floorDiv(amount, 1_000_000L), Math.floorMod(amount, 1_000_000L) * 1000);
            case MILLISECOND -> Duration.ofMillis(amount);
            case SECOND -> Duration.ofSeconds(amount);
            case MINUTE -> Duration.ofMinutes(amount);
            case HOUR -> Duration.ofHours(amount);
            default -> throw ConversionException.of(value, "Duration", "its unit has no fixed length of hours");
        };
    }

    /** The low 64 bits of a whole number from -2^63 to 2^64 - 1. */
    public static long unsignedBits(Column column, int row) {
        Object value = column.get(row);
        if (value instanceof BigInteger number && number.signum() > 0 && number.bitLength() == Long.SIZE) {
            return number.longValue();
        }
        return column.getLong(row);
    }

    /** A number as a float. */
    public static float toFloat(Column column, int row) {
        return column.get(row) instanceof Number number
                ? NumberConversions.toFloat(number)
                : (float) column.getDouble(row);
    }

    /** The object as one of a class, primitive ones included. */
    @SuppressWarnings("unchecked") // the class of a primitive is that of its box
    public static <T> @Nullable T cast(@Nullable Object value, Class<T> target) {
        return (T) boxed(target).cast(value);
    }
}
