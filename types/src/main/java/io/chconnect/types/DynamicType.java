package io.chconnect.types;

/**
 * {@code Dynamic}: a value of any type, or NULL.
 *
 * @param maxTypes how many types have columns of their own, 0 to 254
 */
public record DynamicType(int maxTypes) implements DataType {
    /** The number of types when none is given. */
    public static final int DEFAULT_MAX_TYPES = 32;

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
