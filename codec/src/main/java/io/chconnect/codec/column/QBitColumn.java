package io.chconnect.codec.column;

import io.chconnect.types.QBitType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Vectors of one length: the elements of all rows in one column. {@link #get} gives a list of Float or Double. */
public final class QBitColumn implements Column {
    private final QBitType type;
    private final Column elements;

    /**
     * Creates the column.
     *
     * @param type the type
     * @param elements the elements of all rows, {@code dimension} of each
     */
    public QBitColumn(QBitType type, Column elements) {
        this.type = type;
        this.elements = elements;
    }

    @Override
    public QBitType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return elements.rowCount() / type.dimension();
    }

    @Override
    public List<Object> get(int row) {
        int dimension = type.dimension();
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
