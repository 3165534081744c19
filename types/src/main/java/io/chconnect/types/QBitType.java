package io.chconnect.types;

/**
 * {@code QBit(T, N)}: a vector stored as bit planes.
 *
 * @param element the type of the elements
 * @param dimension the number of elements, at least 1
 */
public record QBitType(FloatType element, int dimension) implements DataType {
    @Override
    public TypeKind kind() {
        return TypeKind.QBIT;
    }

    @Override
    public String name() {
        return "QBit(" + element.name() + ", " + dimension + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
