package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays: the elements of all rows in one column, and where each row ends. */
public final class ArrayColumn implements Column {
    private final DataType type;
    private final int[] offsets;
    private final Column elements;

    /**
     * Creates the column.
     *
     * @param type the type
     * @param offsets where each row starts in {@code elements}, and behind the last one where it ends: one more than there
     *     are rows; owned by the column from now on
     * @param elements the elements of all rows
     */
    public ArrayColumn(DataType type, int[] offsets, Column elements) {
        this.type = type;
        this.offsets = offsets;
        this.elements = elements;
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return offsets.length - 1;
    }

    @Override
    public List<@Nullable Object> get(int row) {
        List<@Nullable Object> values = new ArrayList<>(length(row));
        for (int element = offsets[row]; element < offsets[row + 1]; element++) {
            values.add(elements.get(element));
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * How many elements a row has.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return at least 0
     */
    public int length(int row) {
        return offsets[row + 1] - offsets[row];
    }

    /**
     * Where each row starts in {@link #elements()}, and behind the last one where it ends.
     *
     * @return the column's own array, {@code rowCount() + 1} long, not to be written to
     */
    public int[] offsets() {
        return offsets;
    }

    /**
     * The elements of all rows, one row after the other.
     *
     * @return a column of the element type
     */
    public Column elements() {
        return elements;
    }
}
