package io.chconnect.codec;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.internal.type.CodecFactory;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects rows of Java values and makes a {@link Block} of them. Not thread-safe. */
public final class BlockBuilder {
    private final List<String> names;
    private final List<ColumnBuilder> columns = new ArrayList<>();
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
        this.names = List.copyOf(names);
        if (names.size() != types.size()) {
            throw new ConfigurationException(names.size() + " names for " + types.size() + " types");
        }
        CodecFactory codecs = new CodecFactory(zone);
        for (int i = 0; i < types.size(); i++) {
            try {
                columns.add(codecs.codec(types.get(i)).builder(expectedRows));
            } catch (UnsupportedTypeException e) {
                throw e.inColumn(this.names.get(i));
            }
        }
    }

    /**
     * Adds a row.
     *
     * @param values one value per column; null is NULL
     * @throws ConversionException if a value does not fit its column; the builder is then not to be used any more
     * @throws ConfigurationException if there are not as many values as columns
     */
    public void appendRow(List<? extends @Nullable Object> values) {
        if (values.size() != columns.size()) {
            throw new ConfigurationException("Row " + rowCount + " has " + values.size() + " values, expected "
                    + columns.size() + " as in " + names);
        }
        for (int i = 0; i < columns.size(); i++) {
            append(i, values.get(i));
        }
        rowCount++;
    }

    /**
     * Adds a value to one column; a block needs the same number in each.
     *
     * @param column the place of the column
     * @param value the value; null is NULL
     * @throws ConversionException if the value does not fit; the builder is then not to be used any more
     */
    public void append(int column, @Nullable Object value) {
        ColumnBuilder builder = columns.get(column);
        try {
            if (value == null) {
                builder.appendNull();
            } else {
                builder.append(value);
            }
        } catch (ConversionException e) {
            throw e.at(names.get(column), builder.size());
        }
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
        columns.forEach(builder -> built.add(builder.build()));
        return new Block(names, built);
    }
}
