package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.Arrays;

/** Builds a {@link LongColumn}. Not thread-safe. */
public final class LongColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private final IntegralValues meaning;
    private long[] values;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type of the values
     * @param meaning what the stored numbers mean
     * @param expectedRows how many values to make room for
     */
    public LongColumnBuilder(DataType type, IntegralValues meaning, int expectedRows) {
        this.type = type;
        this.meaning = meaning;
        this.values = new long[expectedRows];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        put(meaning.toStored(value));
    }

    @Override
    public void appendLong(long value) {
        put(meaning.toStored(value));
    }

    @Override
    public void appendFrom(Column column, int row) {
        put(((IntegralColumn) column).stored(row));
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
        return (long) size * Long.BYTES;
    }

    @Override
    public LongColumn build() {
        return new LongColumn(type, meaning, size == values.length ? values : Arrays.copyOf(values, size));
    }

    private void put(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, ColumnBuilder.grow(size));
        }
        values[size++] = value;
    }
}
