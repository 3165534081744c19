package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Vectors of one length: the elements of all rows in one column. {@link #get} gives a list of Byte, Float or Double. */
public final class QBitColumn implements Column {
    private final DataType type;
    private final int dimension;
    private final Column elements;

    /**
     * Creates the column.
     *
     * @param type the type
     * @param dimension how many elements a row has
     * @param elements the elements of all rows, {@code dimension} of each
     */
    public QBitColumn(DataType type, int dimension, Column elements) {
        this.type = type;
        this.dimension = dimension;
        this.elements = elements;
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return elements.rowCount() / dimension;
    }

    @Override
    public List<Object> get(int row) {
        List<Object> values = new ArrayList<>(dimension);
        for (int i = row * dimension; i < (row + 1) * dimension; i++) {
            Object value = elements.get(i);
            if (value != null) {
                values.add(value);
            }
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * The elements of all rows, one row after the other.
     *
     * @return a column of the element type with {@code dimension} values for each row
     */
    public Column elements() {
        return elements;
    }
}
