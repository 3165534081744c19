package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tuples: one column per element. {@link #get} gives a list of the elements in order. */
public final class TupleColumn implements Column {
    private final DataType type;
    private final int rowCount;
    private final List<Column> elements;

    /**
     * Creates the column.
     *
     * @param type the type
     * @param rowCount how many rows there are
     * @param elements one column per element, each with {@code rowCount} rows
     */
    public TupleColumn(DataType type, int rowCount, List<Column> elements) {
        this.type = type;
        this.rowCount = rowCount;
        this.elements = List.copyOf(elements);
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return rowCount;
    }

    @Override
    public List<@Nullable Object> get(int row) {
        List<@Nullable Object> values = new ArrayList<>(elements.size());
        for (Column element : elements) {
            values.add(element.get(row));
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * The columns of the elements.
     *
     * @return unmodifiable, in the order of the type's elements
     */
    public List<Column> elements() {
        return elements;
    }
}
