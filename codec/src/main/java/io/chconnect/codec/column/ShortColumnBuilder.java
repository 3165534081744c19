package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.Arrays;

/** Builds a {@link ShortColumn}. Not thread-safe. */
public final class ShortColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private final IntegralValues meaning;
    private short[] values;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type of the values
     * @param meaning what the stored numbers mean
     * @param expectedRows how many values to make room for
     */
    public ShortColumnBuilder(DataType type, IntegralValues meaning, int expectedRows) {
        this.type = type;
        this.meaning = meaning;
        this.values = new short[expectedRows];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        put((short) meaning.toStored(value));
    }

    @Override
    public void appendLong(long value) {
        put((short) meaning.toStored(value));
    }

    @Override
    public void appendFrom(Column column, int row) {
        put((short) ((IntegralColumn) column).stored(row));
    }

    @Override
    public void appendDefault() {
        put((short) 0);
    }

    @Override
    public void truncate(int newSize) {
        size = newSize;
    }

    @Override
    public long byteSize() {
        return (long) size * Short.BYTES;
    }

    @Override
    public ShortColumn build() {
        return new ShortColumn(type, meaning, size == values.length ? values : Arrays.copyOf(values, size));
    }

    private void put(short value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, ColumnBuilder.grow(size));
        }
        values[size++] = value;
    }
}
