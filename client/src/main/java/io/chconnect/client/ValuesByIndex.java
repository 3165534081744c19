package io.chconnect.client;

import io.chconnect.client.internal.mapping.Cells;
import io.chconnect.codec.Block;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.types.value.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row of a block, by the place of their column. The getters convert without loss or throw a {@link
 * ConversionException} that names column, row and value. Getters of primitives throw for NULL, but the {@code …Or} getters
 * give another value; getters of objects give null.
 */
public sealed interface ValuesByIndex permits ValuesByName {
    /**
     * The block that holds the row.
     *
     * @return immutable
     */
    Block block();

    /**
     * Where the row is in its block.
     *
     * @return from 0 to {@code block().rowCount() - 1}
     */
    int row();

    /**
     * Whether a value is NULL.
     *
     * @param column the column's place, from 0
     * @return true for NULL
     * @throws ConfigurationException if there is no such column
     */
    default boolean isNull(int column) {
        return block().column(column).isNull(row());
    }

    /**
     * A truth value.
     *
     * @param column the column's place, from 0
     * @return the value
     * @throws ConversionException if it is NULL, or neither a Bool nor the number 0 or 1
     * @throws ConfigurationException if there is no such column
     */
    default boolean getBoolean(int column) {
        return Cells.getBoolean(block(), column, row());
    }

    /**
     * A truth value, or another one for NULL.
     *
     * @param column the column's place, from 0
     * @param other what to give for NULL
     * @return the value
     * @throws ConversionException if it is neither a Bool nor the number 0 or 1
     * @throws ConfigurationException if there is no such column
     */
    default boolean getBooleanOr(int column, boolean other) {
        return isNull(column) ? other : getBoolean(column);
    }

    /**
     * A whole number.
     *
     * @param column the column's place, from 0
     * @return the value
     * @throws ConversionException if it is NULL, not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default byte getByte(int column) {
        return (byte) Cells.getWhole(block(), column, row(), Byte.MIN_VALUE, Byte.MAX_VALUE, "byte");
    }

    /**
     * A whole number.
     *
     * @param column the column's place, from 0
     * @return the value
     * @throws ConversionException if it is NULL, not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default short getShort(int column) {
        return (short) Cells.getWhole(block(), column, row(), Short.MIN_VALUE, Short.MAX_VALUE, "short");
    }

    /**
     * A whole number.
     *
     * @param column the column's place, from 0
     * @return the value
     * @throws ConversionException if it is NULL, not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default int getInt(int column) {
        return (int) Cells.getWhole(block(), column, row(), Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
    }

    /**
     * A whole number, or another one for NULL.
     *
     * @param column the column's place, from 0
     * @param other what to give for NULL
     * @return the value
     * @throws ConversionException if it is not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default int getIntOr(int column, int other) {
        return isNull(column) ? other : getInt(column);
    }

    /**
     * A whole number; the number of an Enum, and 1 or 0 for a Bool.
     *
     * @param column the column's place, from 0
     * @return the value
     * @throws ConversionException if it is NULL, not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default long getLong(int column) {
        return Cells.getLong(block(), column, row());
    }

    /**
     * A whole number, or another one for NULL.
     *
     * @param column the column's place, from 0
     * @param other what to give for NULL
     * @return the value
     * @throws ConversionException if it is not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default long getLongOr(int column, long other) {
        return isNull(column) ? other : getLong(column);
    }

    /**
     * The 64 bits of a whole number up to 2^64 - 1, for the {@code …Unsigned} methods of {@link Long}.
     *
     * @param column the column's place, from 0
     * @return the bits; a negative number as its two's complement
     * @throws ConversionException if it is NULL, not a whole number or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default long getUnsignedLong(int column) {
        return Cells.getUnsignedLong(block(), column, row());
    }

    /**
     * A number.
     *
     * @param column the column's place, from 0
     * @return the value
     * @throws ConversionException if it is NULL, not a number, or not exactly a float
     * @throws ConfigurationException if there is no such column
     */
    default float getFloat(int column) {
        return Cells.getFloat(block(), column, row());
    }

    /**
     * A number.
     *
     * @param column the column's place, from 0
     * @return the value; for a Decimal the double whose shortest text is the same number
     * @throws ConversionException if it is NULL, not a number, or not exactly a double
     * @throws ConfigurationException if there is no such column
     */
    default double getDouble(int column) {
        return Cells.getDouble(block(), column, row());
    }

    /**
     * A number, or another one for NULL.
     *
     * @param column the column's place, from 0
     * @param other what to give for NULL
     * @return the value
     * @throws ConversionException if it is not a number, or not exactly a double
     * @throws ConfigurationException if there is no such column
     */
    default double getDoubleOr(int column, double other) {
        return isNull(column) ? other : getDouble(column);
    }

    /**
     * A value as the Java class that belongs to its type.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the value has no such form, for example a String that is not UTF-8
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable Object getObject(int column) {
        return Cells.getObject(block(), column, row());
    }

    /**
     * A value as an object of a class.
     *
     * @param column the column's place, from 0
     * @param target a class that the type converts to: see {@link QueryResult}; also a record or bean for a Tuple
     * @param <T> the class
     * @return null for NULL
     * @throws ConversionException if the value cannot become one without loss
     * @throws ConfigurationException if there is no such column
     */
    default <T> @Nullable T getObject(int column, Class<T> target) {
        return Cells.getObject(block(), column, row(), target);
    }

    /**
     * The text form of a value, equal to the server's {@code toString}.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if a String is not UTF-8: ask {@code getBytes}
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable String getString(int column) {
        return Cells.getString(block(), column, row());
    }

    /**
     * The bytes of a String, FixedString or Enum label.
     *
     * @param column the column's place, from 0
     * @return a new array; null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default byte @Nullable [] getBytes(int column) {
        return Cells.getBytes(block(), column, row());
    }

    /**
     * A whole number of any size.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if it is not a number or has a fraction
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable BigInteger getBigInteger(int column) {
        return Cells.get(block(), column, row(), BigInteger.class);
    }

    /**
     * A number of any size.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if it is not a finite number
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable BigDecimal getBigDecimal(int column) {
        return Cells.get(block(), column, row(), BigDecimal.class);
    }

    /**
     * A Date or Date32.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable LocalDate getLocalDate(int column) {
        return Cells.get(block(), column, row(), LocalDate.class);
    }

    /**
     * A DateTime or DateTime64 in the zone of its column: that of the type, else that of the answer.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable ZonedDateTime getZonedDateTime(int column) {
        return Cells.get(block(), column, row(), ZonedDateTime.class);
    }

    /**
     * The point in time of a DateTime or DateTime64.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable Instant getInstant(int column) {
        return Cells.getInstant(block(), column, row());
    }

    /**
     * The wall time of a DateTime or DateTime64 in the zone of its column.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable LocalDateTime getLocalDateTime(int column) {
        return Cells.get(block(), column, row(), LocalDateTime.class);
    }

    /**
     * A Time or Time64, or an Interval of a fixed length.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the column has another type, or the interval is one of months
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable Duration getDuration(int column) {
        return Cells.get(block(), column, row(), Duration.class);
    }

    /**
     * A Time or Time64 as a time of day.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the column has another type, or the time is negative or above 24 hours
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable LocalTime getLocalTime(int column) {
        return Cells.get(block(), column, row(), LocalTime.class);
    }

    /**
     * An interval.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable Interval getInterval(int column) {
        return Cells.get(block(), column, row(), Interval.class);
    }

    /**
     * A UUID.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable UUID getUUID(int column) {
        return Cells.get(block(), column, row(), UUID.class);
    }

    /**
     * An IPv4 or IPv6 address; a mapped IPv6 address stays one.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable InetAddress getInetAddress(int column) {
        return Cells.get(block(), column, row(), InetAddress.class);
    }

    /**
     * A text or Enum label as the Java enum constant of that name.
     *
     * @param column the column's place, from 0
     * @param target the Java enum
     * @param <E> the enum
     * @return null for NULL
     * @throws ConversionException if the enum has no such constant
     * @throws ConfigurationException if there is no such column
     */
    default <E extends Enum<E>> @Nullable E getEnum(int column, Class<E> target) {
        return Cells.get(block(), column, row(), target);
    }

    /**
     * An Array, or the elements of a Tuple.
     *
     * @param column the column's place, from 0
     * @return unmodifiable; null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable List<@Nullable Object> getList(int column) {
        return Cells.getList(block(), column, row(), Object.class);
    }

    /**
     * An Array with elements of a class.
     *
     * @param column the column's place, from 0
     * @param element a class that the element type converts to
     * @param <T> the class
     * @return unmodifiable; null for NULL
     * @throws ConversionException if the column has another type, or an element cannot become one without loss
     * @throws ConfigurationException if there is no such column
     */
    default <T> @Nullable List<@Nullable T> getList(int column, Class<T> element) {
        return Cells.getList(block(), column, row(), element);
    }

    /**
     * A Map, in the order it was sent; a Tuple with named elements; or a JSON object.
     *
     * @param column the column's place, from 0
     * @return unmodifiable; null for NULL
     * @throws ConversionException if the column has another type, or a key stands twice
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable Map<@Nullable Object, @Nullable Object> getMap(int column) {
        return Cells.getMap(block(), column, row(), Object.class, Object.class);
    }

    /**
     * A Map with keys and values of given classes.
     *
     * @param column the column's place, from 0
     * @param key a class that the key type converts to
     * @param value a class that the value type converts to
     * @param <K> the class of the keys
     * @param <V> the class of the values
     * @return unmodifiable; null for NULL
     * @throws ConversionException if the column has another type, a key stands twice, or one cannot be converted without
     *     loss
     * @throws ConfigurationException if there is no such column
     */
    default <K, V> @Nullable Map<@Nullable K, @Nullable V> getMap(int column, Class<K> key, Class<V> value) {
        return Cells.getMap(block(), column, row(), key, value);
    }
}
