package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The one place where values become primitive numbers, without loss or not at all. */
final class Conversions {
    /** The largest magnitude up to which every whole number is a double. */
    private static final long EXACT_DOUBLE = 1L << 53;

    private Conversions() {}

    static ConversionException notStoredAs(DataType type, String array) {
        return new ConversionException("type " + type.name() + " is not stored as " + array);
    }

    static ConversionException notNullable() {
        return new ConversionException("NULL in a column that is not nullable");
    }

    static long toLong(DataType type, @Nullable Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        try {
            if (value instanceof BigInteger bigInteger) {
                return bigInteger.longValueExact();
            }
            if (value instanceof BigDecimal bigDecimal) {
                return bigDecimal.longValueExact();
            }
        } catch (ArithmeticException e) {
            throw ConversionException.of(value, "long", "it is not a whole number within the range of a long");
        }
        if (value instanceof Double || value instanceof Float) {
            return wholeLong((Number) value);
        }
        throw notNumber(type, value, "long");
    }

    static double toDouble(DataType type, @Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof BigDecimal bigDecimal) {
            return bigDecimal.doubleValue();
        }
        if (value instanceof BigInteger bigInteger) {
            double result = bigInteger.doubleValue();
            if (Double.isInfinite(result)
                    || !new BigDecimal(result).toBigInteger().equals(value)) {
                throw ConversionException.of(value, "double", "it has more digits than a double holds");
            }
            return result;
        }
        if (value instanceof Number number) {
            return exactDouble(number.longValue());
        }
        throw notNumber(type, value, "double");
    }

    static double exactDouble(long value) {
        if (value > EXACT_DOUBLE || value < -EXACT_DOUBLE) {
            double result = (double) value;
            if (result == 0x1p63 || (long) result != value) {
                throw ConversionException.of(value, "double", "it has more digits than a double holds");
            }
        }
        return (double) value;
    }

    private static long wholeLong(Number value) {
        double number = value.doubleValue();
        if (number != Math.rint(number) || number < -0x1p63 || number >= 0x1p63) {
            throw ConversionException.of(value, "long", "it is not a whole number within the range of a long");
        }
        return (long) number;
    }

    private static ConversionException notNumber(DataType type, @Nullable Object value, String target) {
        if (value == null) {
            return new ConversionException("NULL has no " + target + " value: ask isNull, get or the …Or getters");
        }
        return ConversionException.of(value, target, "type " + type.name() + " is not a number");
    }
}
