package io.chconnect.types;

/**
 * {@code Nullable(T)}.
 *
 * @param inner the type of the values that are not NULL
 */
public record NullableType(DataType inner) implements DataType {
    @Override
    public TypeKind kind() {
        return TypeKind.NULLABLE;
    }

    @Override
    public String name() {
        return "Nullable(" + inner.name() + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
