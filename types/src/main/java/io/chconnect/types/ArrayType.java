package io.chconnect.types;

/**
 * {@code Array(T)}.
 *
 * @param element the type of the elements
 */
public record ArrayType(DataType element) implements DataType {
    @Override
    public TypeKind kind() {
        return TypeKind.ARRAY;
    }

    @Override
    public String name() {
        return "Array(" + element.name() + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
