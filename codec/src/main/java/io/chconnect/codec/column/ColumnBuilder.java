package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;

/** Collects values and makes a {@link Column} of them. Not thread-safe. */
public interface ColumnBuilder {
    /**
     * How many values there are so far.
     *
     * @return at least 0
     */
    int size();

    /**
     * Adds a value.
     *
     * @param value of any class the type accepts
     * @throws ConversionException if the value is of no accepted class, or would lose anything
     */
    void append(Object value);

    /**
     * Adds a whole number, without a box where the type stores whole numbers.
     *
     * @param value the number
     * @throws ConversionException as {@link #append}
     */
    default void appendLong(long value) {
        append(value);
    }

    /**
     * Adds a floating point number, without a box where the type stores such numbers.
     *
     * @param value the number
     * @throws ConversionException as {@link #append}
     */
    default void appendDouble(double value) {
        append(value);
    }

    /**
     * Adds NULL.
     *
     * @throws ConversionException if the type is not nullable
     */
    default void appendNull() {
        throw Conversions.notNullable();
    }

    /**
     * Adds a value of a column, as it is stored.
     *
     * @param column a column of this builder's type
     * @param row from 0 to {@code column.rowCount() - 1}
     * @throws ClassCastException if the column is stored in another shape
     */
    void appendFrom(Column column, int row);

    /** Adds the type's default value: 0, an empty text, an empty array, or NULL where that is the default. */
    void appendDefault();

    /**
     * Forgets the last values, also after a failed {@link #append} that left half a value behind.
     *
     * @param newSize how many values to keep, at most {@link #size()}
     */
    void truncate(int newSize);

    /**
     * About how many bytes the values take, uncompressed.
     *
     * @return at least 0
     */
    long byteSize();

    /**
     * Makes the column. The builder is not to be used afterwards.
     *
     * @return a column with {@link #size()} rows
     */
    Column build();

    /**
     * The next capacity of a full array.
     *
     * @param size the present capacity
     * @return a larger one
     */
    static int grow(int size) {
        int grown = Math.max(16, size + (size >> 1));
        return grown < 0 ? Integer.MAX_VALUE - 8 : grown;
    }
}
