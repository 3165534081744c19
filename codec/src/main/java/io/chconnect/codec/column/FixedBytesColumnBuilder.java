package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.util.Arrays;

/** Builds a {@link FixedBytesColumn}. Not thread-safe. */
public final class FixedBytesColumnBuilder implements ColumnBuilder {
    /** Rows that were expected but never come cost no more. */
    private static final int FIRST_BYTES = 16 << 20;

    private final DataType type;
    private final BytesValues meaning;
    private final int width;
    private byte[] bytes;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type of the values
     * @param meaning how Java values become bytes
     * @param width bytes of each value
     * @param expectedRows how many values to make room for
     */
    public FixedBytesColumnBuilder(DataType type, BytesValues meaning, int width, int expectedRows) {
        this.type = type;
        this.meaning = meaning;
        this.width = width;
        this.bytes = new byte[(int) Math.min(FIRST_BYTES, (long) expectedRows * width)];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        room();
        meaning.store(value, bytes, size * width);
        size++;
    }

    @Override
    public void appendFrom(Column column, int row) {
        room();
        System.arraycopy(((FixedBytesColumn) column).bytes(), row * width, bytes, size * width, width);
        size++;
    }

    @Override
    public void appendDefault() {
        room();
        Arrays.fill(bytes, size * width, (size + 1) * width, (byte) 0);
        size++;
    }

    @Override
    public void truncate(int newSize) {
        size = newSize;
    }

    @Override
    public long byteSize() {
        return (long) size * width;
    }

    @Override
    public FixedBytesColumn build() {
        byte[] exact = size * width == bytes.length ? bytes : Arrays.copyOf(bytes, size * width);
        return new FixedBytesColumn(type, meaning, width, exact);
    }

    private void room() {
        long needed = (size + 1L) * width;
        if (needed > bytes.length) {
            if (needed > Integer.MAX_VALUE - 8) {
                throw new ConversionException("more than 2 GiB in one column of a block: send smaller blocks");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
        }
    }
}
