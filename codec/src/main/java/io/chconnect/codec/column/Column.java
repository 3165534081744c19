package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.text.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column of a block. Immutable, owns its arrays, and stays valid after the result is closed. Thread-safe
 * as long as nobody writes to the arrays that the {@code as…} methods hand out.
 *
 * <p>There is one class per storage shape. {@link #get} gives every value as the class that belongs to its type; the typed
 * accessors neither box nor copy.
 */
public sealed interface Column
        permits IntegralColumn,
                FloatColumn,
                DoubleColumn,
                FixedBytesColumn,
                StringColumn,
                NothingColumn,
                NullableColumn,
                LowCardinalityColumn,
                ArrayColumn,
                TupleColumn,
                MapColumn,
                MemberColumn,
                JSONColumn,
                QBitColumn {
    /**
     * The type of the values.
     *
     * @return never null
     */
    DataType type();

    /**
     * How many values there are.
     *
     * @return at least 0
     */
    int rowCount();

    /**
     * Whether a value is NULL.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return false for every type that is not nullable
     */
    default boolean isNull(int row) {
        return false;
    }

    /**
     * A value as the Java class that belongs to its type.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return null when the value is NULL
     * @throws ConversionException if the value has no such form, for example a String that is not UTF-8
     */
    @Nullable
    Object get(int row);

    /**
     * The text of a value, equal to what the server's {@code toString} gives; see {@link ValueText}.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return {@code NULL} when the value is NULL
     */
    default String getText(int row) {
        return ValueText.of(type(), ExactValues.of(this, row));
    }

    /**
     * A number as a long.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return the value
     * @throws ConversionException if the value is NULL, not a number, or does not fit
     */
    default long getLong(int row) {
        return Conversions.toLong(type(), get(row));
    }

    /**
     * A number as a double.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return the value
     * @throws ConversionException if the value is NULL, not a number, or not exactly a double
     */
    default double getDouble(int row) {
        return Conversions.toDouble(type(), get(row));
    }

    /**
     * The null map.
     *
     * @return true at each row that is NULL; null when no row is
     */
    default boolean @Nullable [] nullMap() {
        return null;
    }

    /**
     * The 8-bit storage: Int8, UInt8 (as its bits), Bool, Enum8.
     *
     * @return the column's own array, {@code rowCount()} long, not to be written to; 0 where the value is NULL
     * @throws ConversionException if the column is not stored so
     */
    default byte[] asBytes() {
        throw Conversions.notStoredAs(type(), "byte[]");
    }

    /**
     * The 16-bit storage: Int16, UInt16 (as its bits), Enum16, Date (days since 1970, as their bits).
     *
     * @return the column's own array, {@code rowCount()} long, not to be written to; 0 where the value is NULL
     * @throws ConversionException if the column is not stored so
     */
    default short[] asShorts() {
        throw Conversions.notStoredAs(type(), "short[]");
    }

    /**
     * The 32-bit storage: Int32, UInt32 (as its bits), Date32 (days), DateTime (seconds, as their bits), IPv4 (as its bits),
     * Time (seconds), Decimal of up to 9 digits (scaled).
     *
     * @return the column's own array, {@code rowCount()} long, not to be written to; 0 where the value is NULL
     * @throws ConversionException if the column is not stored so
     */
    default int[] asInts() {
        throw Conversions.notStoredAs(type(), "int[]");
    }

    /**
     * The 64-bit storage: Int64, UInt64 (as its bits), DateTime64 (ticks), Time64 (ticks), Interval, Decimal of 10 to 18
     * digits (scaled).
     *
     * @return the column's own array, {@code rowCount()} long, not to be written to; 0 where the value is NULL
     * @throws ConversionException if the column is not stored so
     */
    default long[] asLongs() {
        throw Conversions.notStoredAs(type(), "long[]");
    }

    /**
     * The storage of Float32 and BFloat16.
     *
     * @return the column's own array, {@code rowCount()} long, not to be written to; 0 where the value is NULL
     * @throws ConversionException if the column is not stored so
     */
    default float[] asFloats() {
        throw Conversions.notStoredAs(type(), "float[]");
    }

    /**
     * The storage of Float64.
     *
     * @return the column's own array, {@code rowCount()} long, not to be written to; 0 where the value is NULL
     * @throws ConversionException if the column is not stored so
     */
    default double[] asDoubles() {
        throw Conversions.notStoredAs(type(), "double[]");
    }

    /**
     * All numbers as longs.
     *
     * @return a new array, {@code rowCount()} long; 0 where the value is NULL
     * @throws ConversionException if a value is not a number or does not fit
     */
    default long[] toLongs() {
        long[] values = new long[rowCount()];
        for (int row = 0; row < values.length; row++) {
            if (!isNull(row)) {
                values[row] = getLong(row);
            }
        }
        return values;
    }

    /**
     * All numbers as doubles.
     *
     * @return a new array, {@code rowCount()} long; 0 where the value is NULL
     * @throws ConversionException if a value is not a number or not exactly a double
     */
    default double[] toDoubles() {
        double[] values = new double[rowCount()];
        for (int row = 0; row < values.length; row++) {
            if (!isNull(row)) {
                values[row] = getDouble(row);
            }
        }
        return values;
    }

    /**
     * All values as the Java class that belongs to their type.
     *
     * @return a new array, {@code rowCount()} long; null where the value is NULL
     * @throws ConversionException if a value has no such form
     */
    default @Nullable Object[] toObjects() {
        @Nullable Object[] values = new @Nullable Object[rowCount()];
        for (int row = 0; row < values.length; row++) {
            values[row] = get(row);
        }
        return values;
    }

    /**
     * All texts of a String, FixedString, Enum or JSON column.
     *
     * @return a new array, {@code rowCount()} long; null where the value is NULL
     * @throws ConversionException if a value is not text
     */
    default @Nullable String[] toStrings() {
        @Nullable String[] values = new @Nullable String[rowCount()];
        for (int row = 0; row < values.length; row++) {
            Object value = get(row);
            if (value != null && !(value instanceof String)) {
                throw ConversionException.of(value, "String", "the column has type " + type().name());
            }
            values[row] = (String) value;
        }
        return values;
    }
}
