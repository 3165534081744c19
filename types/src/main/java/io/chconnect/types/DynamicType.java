package io.chconnect.types;

import io.chconnect.error.ConfigurationException;

/**
 * {@code Dynamic}: a value of any type, or NULL.
 *
 * @param maxTypes how many types have columns of their own, 0 to 254
 */
public record DynamicType(int maxTypes) implements DataType {
    /** The number of types when none is given. */
    public static final int DEFAULT_MAX_TYPES = 32;

    /** The most types that may have columns of their own. */
    public static final int MAX_TYPES = 254;

    /**
     * Checks the number.
     *
     * @throws ConfigurationException if it is not 0 to {@link #MAX_TYPES}
     */
    public DynamicType {
        if (maxTypes < 0 || maxTypes > MAX_TYPES) {
            throw new ConfigurationException(
                    "Dynamic(max_types=" + maxTypes + ") is not a type: expected a number of 0 to " + MAX_TYPES);
        }
    }

    @Override
    public TypeKind kind() {
        return TypeKind.DYNAMIC;
    }

    @Override
    public String name() {
        return maxTypes == DEFAULT_MAX_TYPES ? "Dynamic" : "Dynamic(max_types=" + maxTypes + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
