package io.chconnect.types;

/**
 * {@code LowCardinality(T)}: a dictionary of values, and a key into it for each row.
 *
 * @param inner the type of the values, possibly Nullable
 */
public record LowCardinalityType(DataType inner) implements DataType {
    @Override
    public TypeKind kind() {
        return TypeKind.LOW_CARDINALITY;
    }

    @Override
    public String name() {
        return "LowCardinality(" + inner.name() + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
