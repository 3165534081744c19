package io.chconnect.codec;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.internal.type.CodecFactory;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects rows of Java values and makes a {@link Block} of them. Not thread-safe. */
public final class BlockBuilder {
    private final List<String> names;
    private final ColumnBuilder[] columns;
    private int rowCount;

    /**
     * Creates an empty builder.
     *
     * @param names the names of the columns
     * @param types the types of the columns
     * @param zone the zone of wall times for DateTime columns whose type names none
     * @param expectedRows how many rows to make room for
     * @throws ConfigurationException if there are not as many names as types
     * @throws UnsupportedTypeException if a type cannot be written
     */
    public BlockBuilder(List<String> names, List<? extends DataType> types, ZoneId zone, int expectedRows) {
        this(names, types, zone, expectedRows, RoundingMode.UNNECESSARY);
    }

    /**
     * Creates an empty builder that may round.
     *
     * @param names the names of the columns
     * @param types the types of the columns
     * @param zone the zone of wall times for DateTime columns whose type names none
     * @param expectedRows how many rows to make room for
     * @param rounding what to do with digits of a fraction that a Decimal, DateTime64, Time or their like does not have;
     *     {@link RoundingMode#UNNECESSARY} refuses them
     * @throws ConfigurationException if there are not as many names as types
     * @throws UnsupportedTypeException if a type cannot be written
     */
    public BlockBuilder(
            List<String> names, List<? extends DataType> types, ZoneId zone, int expectedRows, RoundingMode rounding) {
        this.names = List.copyOf(names);
        if (names.size() != types.size()) {
            throw new ConfigurationException(names.size() + " names for " + types.size() + " types");
        }
        this.columns = new ColumnBuilder[types.size()];
        CodecFactory codecs = new CodecFactory(zone).withRounding(rounding);
        for (int i = 0; i < types.size(); i++) {
            try {
                columns[i] = codecs.codec(types.get(i)).builder(expectedRows);
            } catch (UnsupportedTypeException e) {
                throw e.inColumn(this.names.get(i));
            }
        }
    }

    /**
     * Adds a row, or nothing when one of its values does not fit.
     *
     * @param values one value per column; null is NULL
     * @throws ConversionException if a value does not fit its column; the rows before it are still there
     * @throws ConfigurationException if there are not as many values as columns
     */
    public void appendRow(List<? extends @Nullable Object> values) {
        if (values.size() != columns.length) {
            throw new ConfigurationException("Row " + rowCount + " has " + values.size() + " values, expected "
                    + columns.length + " as in " + names);
        }
        try {
            for (int i = 0; i < columns.length; i++) {
                append(i, values.get(i));
            }
        } catch (RuntimeException e) {
            forgetUnfinishedRow();
            throw e;
        }
        finishRow();
    }

    /**
     * Adds a value to one column. A row that is added so, value by value, ends with {@link #finishRow} or, after a failure,
     * {@link #forgetUnfinishedRow}.
     *
     * @param column the place of the column
     * @param value the value; null is NULL
     * @throws ConversionException if the value does not fit
     */
    public void append(int column, @Nullable Object value) {
        ColumnBuilder builder = columns[column];
        try {
            if (value == null) {
                builder.appendNull();
            } else {
                builder.append(value);
            }
        } catch (ConversionException e) {
            throw e.at(names.get(column), rowCount);
        }
    }

    /**
     * Adds a whole number to one column, as {@link #append} does, but without a box.
     *
     * @param column the place of the column
     * @param value the value
     * @throws ConversionException if the value does not fit
     */
    public void appendLong(int column, long value) {
        ColumnBuilder builder = columns[column];
        try {
            builder.appendLong(value);
        } catch (ConversionException e) {
            throw e.at(names.get(column), rowCount);
        }
    }

    /**
     * Adds a floating point number to one column, as {@link #append} does, but without a box.
     *
     * @param column the place of the column
     * @param value the value
     * @throws ConversionException if the value does not fit
     */
    public void appendDouble(int column, double value) {
        ColumnBuilder builder = columns[column];
        try {
            builder.appendDouble(value);
        } catch (ConversionException e) {
            throw e.at(names.get(column), rowCount);
        }
    }

    /** Counts a row whose values were added one by one. */
    public void finishRow() {
        rowCount++;
    }

    /** Takes back the values that were added since the last whole row. */
    public void forgetUnfinishedRow() {
        for (ColumnBuilder column : columns) {
            column.truncate(rowCount);
        }
    }

    /**
     * About how many bytes the values take, uncompressed.
     *
     * @return at least 0
     */
    public long byteSize() {
        long bytes = 0;
        for (ColumnBuilder column : columns) {
            bytes += column.byteSize();
        }
        return bytes;
    }

    /**
     * How many rows there are so far.
     *
     * @return at least 0
     */
    public int rowCount() {
        return rowCount;
    }

    /**
     * Makes the block. The builder is not to be used afterwards.
     *
     * @return a block with all rows
     * @throws ConfigurationException if the columns differ in length
     */
    public Block build() {
        List<Column> built = new ArrayList<>();
        for (ColumnBuilder builder : columns) {
            built.add(builder.build());
        }
        return new Block(names, built);
    }
}
