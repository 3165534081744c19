package io.chconnect.client;

import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.FixedBytesColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.types.text.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result: a block and a place in it. Immutable, safe to keep after the result is closed, and thread-safe. As a
 * list it has the values in the order of the columns, each as the Java class that belongs to its type.
 *
 * <p>The getters convert without loss or throw a {@link ConversionException} that names column and row. The {@code …Or}
 * getters give the other value for NULL; {@link #getObject} gives null.
 */
public final class Row extends AbstractList<@Nullable Object> {
    private final Block block;
    private final int index;

    Row(Block block, int index) {
        this.block = block;
        this.index = index;
    }

    /**
     * The names of the columns.
     *
     * @return unmodifiable, in order
     */
    public List<String> names() {
        return block.names();
    }

    @Override
    public int size() {
        return block.columnCount();
    }

    @Override
    public @Nullable Object get(int column) {
        return at(column, () -> block.column(column).get(index));
    }

    /**
     * Whether a value is NULL.
     *
     * @param name the column's name
     * @return true for NULL
     */
    public boolean isNull(String name) {
        return block.column(name).isNull(index);
    }

    /**
     * A value as the Java class that belongs to its type.
     *
     * @param name the column's name
     * @return null for NULL
     */
    public @Nullable Object getObject(String name) {
        return get(block.index(name));
    }

    /**
     * A whole number.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL, not a number, has a fraction or does not fit
     */
    public long getLong(String name) {
        int column = block.index(name);
        return at(column, () -> block.column(column).getLong(index));
    }

    /**
     * A whole number, or another one for NULL.
     *
     * @param name the column's name
     * @param other what to give for NULL
     * @return the value
     * @throws ConversionException if it is not a number, has a fraction or does not fit
     */
    public long getLongOr(String name, long other) {
        return isNull(name) ? other : getLong(name);
    }

    /**
     * A whole number.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL, not a number, has a fraction or does not fit
     */
    public int getInt(String name) {
        long value = getLong(name);
        if (value != (int) value) {
            throw ConversionException.of(value, "int", "it is out of range").at(name, index);
        }
        return (int) value;
    }

    /**
     * A number.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL, not a number, or not exactly a double
     */
    public double getDouble(String name) {
        int column = block.index(name);
        return at(column, () -> block.column(column).getDouble(index));
    }

    /**
     * A number, or another one for NULL.
     *
     * @param name the column's name
     * @param other what to give for NULL
     * @return the value
     * @throws ConversionException if it is not a number, or not exactly a double
     */
    public double getDoubleOr(String name, double other) {
        return isNull(name) ? other : getDouble(name);
    }

    /**
     * The 64 bits of a UInt64 or Int64.
     *
     * @param name the column's name
     * @return the bits, to be read as unsigned
     * @throws ConversionException if it is NULL or not such a number
     */
    public long getUnsignedLong(String name) {
        Object value = required(name, "long");
        if (value instanceof BigInteger bigInteger && bigInteger.bitLength() <= Long.SIZE) {
            return bigInteger.longValue();
        }
        return getLong(name);
    }

    /**
     * A truth value.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL or not a Bool
     */
    public boolean getBoolean(String name) {
        return cast(name, Boolean.class);
    }

    /**
     * A number of any size.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL or not a whole number or decimal
     */
    public BigDecimal getBigDecimal(String name) {
        Object value = required(name, "BigDecimal");
        if (value instanceof BigDecimal bigDecimal) {
            return bigDecimal;
        }
        if (value instanceof BigInteger bigInteger) {
            return new BigDecimal(bigInteger);
        }
        return BigDecimal.valueOf(getLong(name));
    }

    /**
     * The text form of a value, equal to the server's {@code toString}; null for NULL.
     *
     * @param name the column's name
     * @return the text
     */
    public @Nullable String getString(String name) {
        return isNull(name) ? null : text(block.index(name));
    }

    /**
     * The bytes of a String or FixedString.
     *
     * @param name the column's name
     * @return a new array; null for NULL
     * @throws ConversionException if the column has another type
     */
    public byte @Nullable [] getBytes(String name) {
        Column column = block.column(name);
        if (column.isNull(index)) {
            return null;
        }
        Column values = column instanceof NullableColumn nullable ? nullable.values() : column;
        if (values instanceof StringColumn stringColumn) {
            return stringColumn.getBytes(index);
        }
        if (values instanceof FixedBytesColumn fixedBytesColumn) {
            return fixedBytesColumn.getBytes(index);
        }
        return cast(name, String.class).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A date.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL or not a Date or Date32
     */
    public LocalDate getLocalDate(String name) {
        return cast(name, LocalDate.class);
    }

    /**
     * A point in time with the column's zone.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL or not a DateTime or DateTime64
     */
    public ZonedDateTime getZonedDateTime(String name) {
        return cast(name, ZonedDateTime.class);
    }

    /**
     * A point in time.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL or not a DateTime or DateTime64
     */
    public Instant getInstant(String name) {
        return getZonedDateTime(name).toInstant();
    }

    /**
     * Wall time in the column's zone.
     *
     * @param name the column's name
     * @return the value
     * @throws ConversionException if it is NULL or not a DateTime or DateTime64
     */
    public LocalDateTime getLocalDateTime(String name) {
        return getZonedDateTime(name).toLocalDateTime();
    }

    /** The values in their text form, as {@code [1, abc, NULL]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int column = 0; column < size(); column++) {
            text.append(column == 0 ? "" : ", ").append(text(column));
        }
        return text.append(']').toString();
    }

    private String text(int column) {
        return at(
                column,
                () -> ValueText.of(
                        block.column(column).type(), block.column(column).get(index)));
    }

    private <T> T cast(String name, Class<T> target) {
        Object value = required(name, target.getSimpleName());
        if (!target.isInstance(value)) {
            throw ConversionException.of(
                            value,
                            target.getSimpleName(),
                            "the column has type " + block.column(name).type().name())
                    .at(name, index);
        }
        return target.cast(value);
    }

    private Object required(String name, String target) {
        Object value = getObject(name);
        if (value == null) {
            throw new ConversionException("NULL has no " + target + " value: ask isNull, getObject or the …Or getters")
                    .at(name, index);
        }
        return value;
    }

    private <T extends @Nullable Object> T at(int column, Supplier<T> read) {
        try {
            return read.get();
        } catch (ConversionException e) {
            throw e.at(block.names().get(column), index);
        }
    }
}
