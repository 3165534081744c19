package io.chconnect.types.text;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The text of integers and decimals. */
final class NumberTexts {
    private NumberTexts() {}

    static String integer(DataType type, Object value) {
        if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger) {
            return value.toString();
        }
        throw ConversionException.of(value, "the text of a " + type.name(), "expected an integer");
    }

    /** The server leaves out zeros at the end of the fraction. */
    static String decimal(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
