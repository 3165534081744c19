package io.chconnect.types;

import io.chconnect.error.ConfigurationException;

/**
 * {@code QBit(T, N)} and {@code QBit(T, N, S)}: a vector stored as bit planes.
 *
 * @param element the type of the elements: Int8, BFloat16, Float32 or Float64
 * @param dimension the number of elements, at least 1
 * @param stride how many elements share bit planes: all, or a multiple of 8 that divides the dimension
 */
public record QBitType(PlainType element, int dimension, int stride) implements DataType {
    /**
     * Checks the parameters.
     *
     * @throws ConfigurationException if one of them is not allowed
     */
    public QBitType {
        if (element != IntegerType.INT8 && !(element instanceof FloatType)) {
            throw new ConfigurationException("the elements of a QBit cannot be " + element.name());
        }
        if (dimension < 1) {
            throw new ConfigurationException("a QBit needs at least one element");
        }
        if (stride != dimension && (stride < 1 || stride % Byte.SIZE != 0 || dimension % stride != 0)) {
            throw new ConfigurationException("the stride of a QBit of " + dimension + " elements cannot be " + stride
                    + ": expected a multiple of 8 that divides it");
        }
    }

    /**
     * A vector without stride.
     *
     * @param element the type of the elements: Int8, BFloat16, Float32 or Float64
     * @param dimension the number of elements, at least 1
     * @throws ConfigurationException if one of them is not allowed
     */
    public QBitType(PlainType element, int dimension) {
        this(element, dimension, dimension);
    }

    /**
     * The width of an element.
     *
     * @return bits: 8, 16, 32 or 64
     */
    public int elementBits() {
        return element instanceof FloatType number ? number.bits() : Byte.SIZE;
    }

    @Override
    public TypeKind kind() {
        return TypeKind.QBIT;
    }

    @Override
    public String name() {
        return "QBit(" + element.name() + ", " + dimension + (stride == dimension ? "" : ", " + stride) + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
