package io.chconnect.client;

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
 * The values of one row of a block, by the names of their columns. Where two columns have the same name, it stands for the
 * first one. Conversions are those of {@link ValuesByIndex}.
 */
public sealed interface ValuesByName extends ValuesByIndex permits Row, RowCursor {
    /**
     * The names of the columns.
     *
     * @return unmodifiable, in order
     */
    default List<String> names() {
        return block().names();
    }

    /**
     * The place of a column.
     *
     * @param name the column's name, in its own case
     * @return from 0
     * @throws ConfigurationException if there is no such column
     */
    default int columnIndex(String name) {
        return block().index(name);
    }

    /**
     * Whether a value is NULL.
     *
     * @param name the column's name
     * @return true for NULL
     * @throws ConfigurationException if there is no such column
     */
    default boolean isNull(String name) {
        return isNull(columnIndex(name));
    }

    /**
     * A truth value.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL, or neither a Bool nor the number 0 or 1
     * @throws ConfigurationException if there is no such column
     */
    default boolean getBoolean(String name) {
        return getBoolean(columnIndex(name));
    }

    /**
     * A truth value, or another one for NULL.
     *
     * @param name the column's name
     * @param other what to give for NULL
     * @return the value
     * @throws ConversionException if it is neither a Bool nor the number 0 or 1
     * @throws ConfigurationException if there is no such column
     */
    default boolean getBooleanOr(String name, boolean other) {
        return getBooleanOr(columnIndex(name), other);
    }

    /**
     * A whole number.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL, not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default byte getByte(String name) {
        return getByte(columnIndex(name));
    }

    /**
     * A whole number.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL, not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default short getShort(String name) {
        return getShort(columnIndex(name));
    }

    /**
     * A whole number.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL, not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default int getInt(String name) {
        return getInt(columnIndex(name));
    }

    /**
     * A whole number, or another one for NULL.
     *
     * @param name the column's name
     * @param other what to give for NULL
     * @return the value
     * @throws ConversionException if it is not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default int getIntOr(String name, int other) {
        return getIntOr(columnIndex(name), other);
    }

    /**
     * A whole number; the number of an Enum, and 1 or 0 for a Bool.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL, not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default long getLong(String name) {
        return getLong(columnIndex(name));
    }

    /**
     * A whole number, or another one for NULL.
     *
     * @param name the column's name
     * @param other what to give for NULL
     * @return the value
     * @throws ConversionException if it is not a number, has a fraction or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default long getLongOr(String name, long other) {
        return getLongOr(columnIndex(name), other);
    }

    /**
     * The 64 bits of a whole number up to 2^64 - 1, for the {@code …Unsigned} methods of {@link Long}.
     *
     * @param name the column's name
     * @return the bits; a negative number as its two's complement
     * @throws ConversionException if it is NULL, not a whole number or does not fit
     * @throws ConfigurationException if there is no such column
     */
    default long getUnsignedLong(String name) {
        return getUnsignedLong(columnIndex(name));
    }

    /**
     * A number.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL, not a number, or not exactly a float
     * @throws ConfigurationException if there is no such column
     */
    default float getFloat(String name) {
        return getFloat(columnIndex(name));
    }

    /**
     * A number.
     *
     * @param name the column's name
     * @return the value; for a Decimal the double whose shortest text is the same number
     * @throws ConversionException if it is NULL, not a number, or not exactly a double
     * @throws ConfigurationException if there is no such column
     */
    default double getDouble(String name) {
        return getDouble(columnIndex(name));
    }

    /**
     * A number, or another one for NULL.
     *
     * @param name the column's name
     * @param other what to give for NULL
     * @return the value
     * @throws ConversionException if it is not a number, or not exactly a double
     * @throws ConfigurationException if there is no such column
     */
    default double getDoubleOr(String name, double other) {
        return getDoubleOr(columnIndex(name), other);
    }

    /**
     * A value as the Java class that belongs to its type.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if the value has no such form, for example a String that is not UTF-8
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable Object getObject(String name) {
        return getObject(columnIndex(name));
    }

    /**
     * A value as an object of a class.
     *
     * @param name the column's name
     * @param target a class that the type converts to: see {@link QueryResult}; also a record or bean for a Tuple
     * @param <T> the class
     * @return null for NULL
     * @throws ConversionException if the value cannot become one without loss
     * @throws ConfigurationException if there is no such column
     */
    default <T> @Nullable T getObject(String name, Class<T> target) {
        return getObject(columnIndex(name), target);
    }

    /**
     * The text form of a value, equal to the server's {@code toString}.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if a String is not UTF-8: ask {@code getBytes}
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable String getString(String name) {
        return getString(columnIndex(name));
    }

    /**
     * The bytes of a String, FixedString or Enum label.
     *
     * @param name the column's name
     * @return a new array; null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default byte @Nullable [] getBytes(String name) {
        return getBytes(columnIndex(name));
    }

    /**
     * A whole number of any size.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if it is not a number or has a fraction
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable BigInteger getBigInteger(String name) {
        return getBigInteger(columnIndex(name));
    }

    /**
     * A number of any size.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if it is not a finite number
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable BigDecimal getBigDecimal(String name) {
        return getBigDecimal(columnIndex(name));
    }

    /**
     * A Date or Date32.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable LocalDate getLocalDate(String name) {
        return getLocalDate(columnIndex(name));
    }

    /**
     * A DateTime or DateTime64 in the zone of its column: that of the type, else that of the answer.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable ZonedDateTime getZonedDateTime(String name) {
        return getZonedDateTime(columnIndex(name));
    }

    /**
     * The point in time of a DateTime or DateTime64.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable Instant getInstant(String name) {
        return getInstant(columnIndex(name));
    }

    /**
     * The wall time of a DateTime or DateTime64 in the zone of its column.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable LocalDateTime getLocalDateTime(String name) {
        return getLocalDateTime(columnIndex(name));
    }

    /**
     * A Time or Time64, or an Interval of a fixed length.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if the column has another type, or the interval is one of months
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable Duration getDuration(String name) {
        return getDuration(columnIndex(name));
    }

    /**
     * A Time or Time64 as a time of day.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if the column has another type, or the time is negative or above 24 hours
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable LocalTime getLocalTime(String name) {
        return getLocalTime(columnIndex(name));
    }

    /**
     * An interval.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable Interval getInterval(String name) {
        return getInterval(columnIndex(name));
    }

    /**
     * A UUID.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable UUID getUUID(String name) {
        return getUUID(columnIndex(name));
    }

    /**
     * An IPv4 or IPv6 address; a mapped IPv6 address stays one.
     *
     * @param name the column's name
     * @return null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable InetAddress getInetAddress(String name) {
        return getInetAddress(columnIndex(name));
    }

    /**
     * A text or Enum label as the Java enum constant of that name.
     *
     * @param name the column's name
     * @param target the Java enum
     * @param <E> the enum
     * @return null for NULL
     * @throws ConversionException if the enum has no such constant
     * @throws ConfigurationException if there is no such column
     */
    default <E extends Enum<E>> @Nullable E getEnum(String name, Class<E> target) {
        return getEnum(columnIndex(name), target);
    }

    /**
     * An Array, or the elements of a Tuple.
     *
     * @param name the column's name
     * @return unmodifiable; null for NULL
     * @throws ConversionException if the column has another type
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable List<@Nullable Object> getList(String name) {
        return getList(columnIndex(name));
    }

    /**
     * An Array with elements of a class.
     *
     * @param name the column's name
     * @param element a class that the element type converts to
     * @param <T> the class
     * @return unmodifiable; null for NULL
     * @throws ConversionException if the column has another type, or an element cannot become one without loss
     * @throws ConfigurationException if there is no such column
     */
    default <T> @Nullable List<@Nullable T> getList(String name, Class<T> element) {
        return getList(columnIndex(name), element);
    }

    /**
     * A Map, in the order it was sent; a Tuple with named elements; or a JSON object.
     *
     * @param name the column's name
     * @return unmodifiable; null for NULL
     * @throws ConversionException if the column has another type, or a key stands twice
     * @throws ConfigurationException if there is no such column
     */
    default @Nullable Map<@Nullable Object, @Nullable Object> getMap(String name) {
        return getMap(columnIndex(name));
    }

    /**
     * A Map with keys and values of given classes.
     *
     * @param name the column's name
     * @param key a class that the key type converts to
     * @param value a class that the value type converts to
     * @param <K> the class of the keys
     * @param <V> the class of the values
     * @return unmodifiable; null for NULL
     * @throws ConversionException if the column has another type, a key stands twice, or one cannot be converted without
     *     loss
     * @throws ConfigurationException if there is no such column
     */
    default <K, V> @Nullable Map<@Nullable K, @Nullable V> getMap(String name, Class<K> key, Class<V> value) {
        return getMap(columnIndex(name), key, value);
    }
}
