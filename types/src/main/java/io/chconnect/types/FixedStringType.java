package io.chconnect.types;

import io.chconnect.error.ConfigurationException;

/**
 * {@code FixedString(N)}.
 *
 * @param length bytes of each value, at least 1
 */
public record FixedStringType(int length) implements DataType {
    /**
     * Checks the length.
     *
     * @throws ConfigurationException if it is below 1
     */
    public FixedStringType {
        if (length < 1) {
            throw new ConfigurationException(
                    "FixedString(" + length + ") is not a type: expected a length of at least 1");
        }
    }

    @Override
    public TypeKind kind() {
        return TypeKind.FIXED_STRING;
    }

    @Override
    public String name() {
        return "FixedString(" + length + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
