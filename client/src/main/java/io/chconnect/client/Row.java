package io.chconnect.client;

import io.chconnect.client.internal.mapping.Cells;
import io.chconnect.client.internal.value.ColumnReader;
import io.chconnect.codec.Block;
import io.chconnect.error.ConversionException;
import io.chconnect.types.text.ValueText;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result: a block and a place in it. Immutable, safe to keep after the result is closed, and thread-safe. As a
 * list it has the values in the order of the columns, each as the Java class that belongs to its type.
 */
public final class Row extends AbstractList<@Nullable Object> implements ValuesByName {
    private final Block block;
    private final int row;
    private final ColumnReader @Nullable [] readers;

    /** The readers are those of the result's formats; null when it has none. */
    Row(Block block, int row, ColumnReader @Nullable [] readers) {
        this.block = block;
        this.row = row;
        this.readers = readers;
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public int size() {
        return block.columnCount();
    }

    @Override
    public @Nullable Object get(int column) {
        return getObject(column);
    }

    /**
     * A value as the Java class that belongs to its type, or as the {@link ReadFormat} says that was asked for.
     *
     * @param column the column's place, from 0
     * @return null for NULL
     * @throws ConversionException if the value has no such form
     */
    @Override
    public @Nullable Object getObject(int column) {
        return Cells.getObject(block, column, row, readers);
    }

    /**
     * The values by the names of their columns.
     *
     * @return a new map in the order of the columns; of columns with the same name it has the first one
     */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int column = 0; column < size(); column++) {
            if (!map.containsKey(names().get(column))) {
                map.put(names().get(column), get(column));
            }
        }
        return map;
    }

    /** The values in their text form, as {@code [1, abc, NULL]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int column = 0; column < size(); column++) {
            try {
                text.append(column == 0 ? "" : ", ");
                ValueText.append(
                        text, block.column(column).type(), block.column(column).get(row));
            } catch (ConversionException e) {
                throw e.at(names().get(column), row);
            }
        }
        return text.append(']').toString();
    }
}
