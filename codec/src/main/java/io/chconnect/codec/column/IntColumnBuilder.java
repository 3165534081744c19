package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.Arrays;

/** Builds a {@link IntColumn}. Not thread-safe. */
public final class IntColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private final IntegralValues meaning;
    private int[] values;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type of the values
     * @param meaning what the stored numbers mean
     * @param expectedRows how many values to make room for
     */
    public IntColumnBuilder(DataType type, IntegralValues meaning, int expectedRows) {
        this.type = type;
        this.meaning = meaning;
        this.values = new int[expectedRows];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        put((int) meaning.toStored(value));
    }

    @Override
    public void appendLong(long value) {
        put((int) meaning.toStored(value));
    }

    @Override
    public void appendFrom(Column column, int row) {
        put((int) ((IntegralColumn) column).stored(row));
    }

    @Override
    public void appendDefault() {
        put(0);
    }

    @Override
    public void truncate(int newSize) {
        size = newSize;
    }

    @Override
    public long byteSize() {
        return (long) size * Integer.BYTES;
    }

    @Override
    public IntColumn build() {
        return new IntColumn(type, meaning, size == values.length ? values : Arrays.copyOf(values, size));
    }

    private void put(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, ColumnBuilder.grow(size));
        }
        values[size++] = value;
    }
}
