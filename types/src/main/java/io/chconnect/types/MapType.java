package io.chconnect.types;

/**
 * {@code Map(K, V)}.
 *
 * @param key the type of the keys
 * @param value the type of the values
 */
public record MapType(DataType key, DataType value) implements DataType {
    @Override
    public TypeKind kind() {
        return TypeKind.MAP;
    }

    @Override
    public String name() {
        return "Map(" + key.name() + ", " + value.name() + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
