package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.types.DataType;
import io.chconnect.types.value.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values as numbers. Whole numbers and decimals are exact or refused; floating point is the nearest, since that is what it
 * is. Text is read as a number, and true and false count as 1 and 0.
 */
public final class Numbers {
    private static final int LONGEST_TEXT = 400;

    private Numbers() {}

    static long toLong(@Nullable Object value, DataType type) throws SQLException {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        return toLong(whole(toBigDecimal(value, type)));
    }

    static double toDouble(@Nullable Object value, DataType type) throws SQLException {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "nan" -> Double.NaN;
                case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                default -> toBigDecimal(text, type).doubleValue();
            };
        }
        return toBigDecimal(value, type).doubleValue();
    }

    static BigDecimal toBigDecimal(@Nullable Object value, DataType type) throws SQLException {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (value instanceof Double || value instanceof Float) {
            return ofText(value.toString(), type);
        }
        if (value instanceof Number number) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (value instanceof Boolean truth) {
            return truth ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value instanceof Interval interval) {
            return BigDecimal.valueOf(interval.amount());
        }
        if (value instanceof String text) {
            return ofText(text.strip(), type);
        }
        throw SqlErrors.conversion("A value of type " + type.name() + " is not a number");
    }

    static boolean toBoolean(@Nullable Object value, DataType type) throws SQLException {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "1" -> true;
                case "false", "0" -> false;
                default ->
                    throw SqlErrors.conversion(
                            "The text " + shorten(text) + " is not a truth value: expected true, false, 1 or 0");
            };
        }
        BigDecimal number = toBigDecimal(value, type);
        if (number.signum() == 0) {
            return false;
        }
        if (number.compareTo(BigDecimal.ONE) == 0) {
            return true;
        }
        throw SqlErrors.conversion("The number " + number + " is not a truth value: expected 0 or 1");
    }

    /** A number without a fraction. */
    public static BigInteger whole(BigDecimal number) throws SQLException {
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw SqlErrors.conversion("The number " + number + " has a fraction: ask for a BigDecimal or a double");
        }
    }

    /** A whole number as a long. */
    static long toLong(BigInteger number) throws SQLException {
        if (number.bitLength() >= Long.SIZE) {
            throw SqlErrors.outOfRange("The number " + number + " is out of the range of a long");
        }
        return number.longValue();
    }

    /** A long as one of the narrower types. */
    public static long narrow(long value, long lowest, long highest, String target) throws SQLException {
        if (value < lowest || value > highest) {
            throw SqlErrors.outOfRange("The number " + value + " is out of the range of " + target);
        }
        return value;
    }

    /** A double as a float: the nearest one. */
    public static float narrow(double value) throws SQLException {
        float result = (float) value;
        if (Float.isInfinite(result) && !Double.isInfinite(value)) {
            throw SqlErrors.outOfRange("The number " + value + " is out of the range of a float");
        }
        return result;
    }

    private static BigDecimal ofText(String text, DataType type) throws SQLException {
        if (text.length() <= LONGEST_TEXT) {
            try {
                BigDecimal number = new BigDecimal(text);
                if (Math.abs((long) number.scale()) <= LONGEST_TEXT) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw SqlErrors.conversion(
                        "The text " + shorten(text) + " of type " + type.name() + " is not a number");
            }
        }
        throw SqlErrors.outOfRange("The number " + shorten(text) + " is out of range");
    }

    static String shorten(String text) {
        return '"' + (text.length() > 100 ? text.substring(0, 100) + "…" : text) + '"';
    }
}
