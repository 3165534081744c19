package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the stored whole numbers of a type mean: how they become Java values and back. Stateless and thread-safe. Stored
 * numbers are passed sign-extended; an implementation for an unsigned type masks them.
 */
public interface IntegralValues {
    /**
     * The Java value of a stored number.
     *
     * @param stored the stored number, sign-extended
     * @return never null
     */
    Object toObject(long stored);

    /**
     * The point in time of a stored number.
     *
     * @param stored the stored number, sign-extended
     * @return null if the type has no points in time
     * @throws ConversionException if Java has no such time
     */
    default @Nullable Instant toInstant(long stored) {
        return null;
    }

    /**
     * The stored number of a Java value.
     *
     * @param value of any class the type accepts
     * @return the number to store
     * @throws ConversionException if the value is of no accepted class or would lose anything
     */
    long toStored(Object value);

    /**
     * The stored number of a whole number.
     *
     * @param value the number
     * @return the number to store
     * @throws ConversionException as {@link #toStored(Object)}
     */
    default long toStored(long value) {
        return toStored((Object) value);
    }

    /**
     * The numeric value of a stored number.
     *
     * @param stored the stored number, sign-extended
     * @return the number it means
     * @throws ConversionException if the type is not numeric or the number does not fit
     */
    long toLong(long stored);
}
