package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;

/** How Java values become floating point numbers of one width. Stateless and thread-safe. */
@FunctionalInterface
public interface FloatValues {
    /**
     * The number of a Java value.
     *
     * @param value of any class the type accepts
     * @return the number to store, exactly representable in the type's width
     * @throws ConversionException if the value is of no accepted class or would lose anything
     */
    double toStored(Object value);

    /**
     * The number of a double.
     *
     * @param value the number
     * @return the number to store
     * @throws ConversionException as {@link #toStored(Object)}
     */
    default double toStored(double value) {
        return toStored((Object) value);
    }
}
