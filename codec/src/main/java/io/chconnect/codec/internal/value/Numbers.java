package io.chconnect.codec.internal.value;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Java values as exact numbers, whatever class they come as. */
final class Numbers {
    private Numbers() {}

    /** A whole number; the number classes and text are accepted, a fraction is refused. */
    static BigInteger whole(Object value, DataType type) {
        try {
            if (value instanceof BigInteger bigInteger) {
                return bigInteger;
            }
            if (value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long) {
                return BigInteger.valueOf(((Number) value).longValue());
            }
            return decimal(value, type).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw ConversionException.of(value, type.name(), "it is not a whole number");
        }
    }

    /** A decimal number; the number classes and text are accepted. */
    static BigDecimal decimal(Object value, DataType type) {
        try {
            if (value instanceof BigDecimal bigDecimal) {
                return bigDecimal;
            }
            if (value instanceof BigInteger bigInteger) {
                return new BigDecimal(bigInteger);
            }
            if (value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long) {
                return BigDecimal.valueOf(((Number) value).longValue());
            }
            // The shortest text, not the binary expansion: 0.1 means 0.1.
            if (value instanceof Double || value instanceof Float || value instanceof CharSequence) {
                return bounded(new BigDecimal(value.toString()), value, type);
            }
        } catch (NumberFormatException e) {
            throw ConversionException.of(value, type.name(), "it is not a number");
        }
        throw ConversionException.of(value, type.name(), "expected a number or text that is one");
    }

    /** Text such as 1e999999999 must not be expanded into a billion digits. */
    private static BigDecimal bounded(BigDecimal number, Object value, DataType type) {
        if (Math.abs((long) number.scale()) > 1000 || number.precision() > 1000) {
            throw ConversionException.of(value, type.name(), "it is out of range");
        }
        return number;
    }
}
