package io.chconnect.types;

import io.chconnect.error.ConfigurationException;

/**
 * {@code Decimal(P, S)}, and with it {@code Decimal32} to {@code Decimal256}.
 *
 * @param precision digits in all, 1 to 76
 * @param scale digits after the point, 0 to {@code precision}
 */
public record DecimalType(int precision, int scale) implements DataType {
    /** The largest precision. */
    public static final int MAX_PRECISION = 76;

    /**
     * Checks the ranges.
     *
     * @throws ConfigurationException if precision or scale is out of range
     */
    public DecimalType {
        if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
            throw new ConfigurationException("Decimal(" + precision + ", " + scale
                    + ") is not a type: expected a precision of 1 to 76 and a scale of 0 to the precision");
        }
    }

    @Override
    public TypeKind kind() {
        return TypeKind.DECIMAL;
    }

    @Override
    public String name() {
        return "Decimal(" + precision + ", " + scale + ")";
    }

    /**
     * The width of the scaled integer that holds a value.
     *
     * @return bits: 32, 64, 128 or 256
     */
    public int bits() {
        if (precision <= 9) {
            return 32;
        }
        if (precision <= 18) {
            return 64;
        }
        return precision <= 38 ? 128 : 256;
    }

    @Override
    public String toString() {
        return name();
    }
}
