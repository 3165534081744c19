package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.Arrays;

/** Builds a {@link FloatColumn}. Not thread-safe. */
public final class FloatColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private final FloatValues meaning;
    private float[] values;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type of the values
     * @param meaning how Java values become numbers
     * @param expectedRows how many values to make room for
     */
    public FloatColumnBuilder(DataType type, FloatValues meaning, int expectedRows) {
        this.type = type;
        this.meaning = meaning;
        this.values = new float[expectedRows];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        put((float) meaning.toStored(value));
    }

    @Override
    public void appendDouble(double value) {
        put((float) meaning.toStored(value));
    }

    @Override
    public void appendFrom(Column column, int row) {
        put(column.asFloats()[row]);
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
        return (long) size * Float.BYTES;
    }

    @Override
    public FloatColumn build() {
        return new FloatColumn(type, size == values.length ? values : Arrays.copyOf(values, size));
    }

    private void put(float value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, ColumnBuilder.grow(size));
        }
        values[size++] = value;
    }
}
