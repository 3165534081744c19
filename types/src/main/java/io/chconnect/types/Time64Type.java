package io.chconnect.types;

import io.chconnect.error.ConfigurationException;

/**
 * {@code Time64(P)}, ticks of 10<sup>-P</sup> seconds, within ±999:59:59.999999999.
 *
 * @param precision digits of the fraction, 0 to 9
 */
public record Time64Type(int precision) implements DataType {
    /**
     * Checks the precision.
     *
     * @throws ConfigurationException if it is out of range
     */
    public Time64Type {
        if (precision < 0 || precision > 9) {
            throw new ConfigurationException("Time64(" + precision + ") is not a type: expected a precision of 0 to 9");
        }
    }

    @Override
    public TypeKind kind() {
        return TypeKind.TIME64;
    }

    @Override
    public String name() {
        return "Time64(" + precision + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
