package io.chconnect.client.internal.value;

import io.chconnect.error.ConversionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as other number classes: without loss, or not at all. */
final class NumberConversions {
    private NumberConversions() {}

    /** The number as an object of a class; null when that is not a class of numbers. */
    static @Nullable Object convert(Number value, Class<?> target) {
        if (target == Long.class) {
            return whole(value, Long.MIN_VALUE, Long.MAX_VALUE, target);
        }
        if (target == Integer.class) {
            return (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE, target);
        }
        if (target == Short.class) {
            return (short) whole(value, Short.MIN_VALUE, Short.MAX_VALUE, target);
        }
        if (target == Byte.class) {
            return (byte) whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE, target);
        }
        if (target == Double.class) {
            return toDouble(value);
        }
        if (target == Float.class) {
            return toFloat(value);
        }
        if (target == BigInteger.class) {
            return toBigInteger(value, target);
        }
        if (target == BigDecimal.class) {
            return toBigDecimal(value, target);
        }
        return target == Boolean.class ? toBoolean(value) : null;
    }

    /** Whether numbers can become objects of a class. */
    static boolean convertible(Class<?> target) {
        return target == Long.class
                || target == Integer.class
                || target == Short.class
                || target == Byte.class
                || target == Double.class
                || target == Float.class
                || target == BigInteger.class
                || target == BigDecimal.class
                || target == Boolean.class;
    }

    /** A float is taken from a number that is one, or whose text in decimals is that of one. */
    static float toFloat(Number value) {
        if (value instanceof Float number) {
            return number;
        }
        double wide = toDouble(value);
        float narrow = (float) wide;
        if (narrow == wide || Double.isNaN(wide)) {
            return narrow;
        }
        boolean decimal = value instanceof BigDecimal;
        if (decimal && new BigDecimal(Float.toString(narrow)).compareTo((BigDecimal) value) == 0) {
            return narrow;
        }
        throw ConversionException.of(value, "float", "it has more digits than a float holds");
    }

    /** A double is taken from a number that is one, or whose text in decimals is that of one. */
    static double toDouble(Number value) {
        if (value instanceof Double || value instanceof Float) {
            return value.doubleValue();
        }
        double number = value.doubleValue();
        boolean same = Double.isFinite(number)
                && (value instanceof BigDecimal decimal
                        ? new BigDecimal(Double.toString(number)).compareTo(decimal) == 0
                        : new BigDecimal(number).compareTo(new BigDecimal(value.toString())) == 0);
        if (!same) {
            throw ConversionException.of(value, "double", "it has more digits than a double holds");
        }
        return number;
    }

    static BigDecimal toBigDecimal(Number value, Class<?> target) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Double || value instanceof Float) {
            if (!Double.isFinite(value.doubleValue())) {
                throw ConversionException.of(value, target.getSimpleName(), "it is not finite");
            }
            return new BigDecimal(value.doubleValue());
        }
        return new BigDecimal(value.toString());
    }

    private static boolean toBoolean(Number value) {
        long number = whole(value, 0, 1, Boolean.class);
        return number == 1;
    }

    private static BigInteger toBigInteger(Number value, Class<?> target) {
        if (value instanceof BigInteger number) {
            return number;
        }
        try {
            return toBigDecimal(value, target).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw ConversionException.of(value, target.getSimpleName(), "it is not a whole number");
        }
    }

    private static long whole(Number value, long min, long max, Class<?> target) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return within(value.longValue(), min, max, target.getSimpleName());
        }
        BigInteger number = toBigInteger(value, target);
        if (number.bitLength() >= Long.SIZE) {
            throw outOfRange(value, target.getSimpleName());
        }
        return within(number.longValue(), min, max, target.getSimpleName());
    }

    /** The number, if it is within bounds. */
    static long within(long value, long min, long max, String target) {
        if (value < min || value > max) {
            throw outOfRange(value, target);
        }
        return value;
    }

    private static ConversionException outOfRange(Number value, String target) {
        return ConversionException.of(value, target, "it is out of range");
    }
}
