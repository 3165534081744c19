package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;

/** Builds a {@link NothingColumn}. Not thread-safe. */
public final class NothingColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     */
    public NothingColumnBuilder(DataType type) {
        this.type = type;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        throw ConversionException.of(value, type.name(), "the type has no values");
    }

    @Override
    public void appendFrom(Column column, int row) {
        size++;
    }

    @Override
    public void appendDefault() {
        size++;
    }

    @Override
    public void truncate(int newSize) {
        size = newSize;
    }

    @Override
    public long byteSize() {
        return size;
    }

    @Override
    public NothingColumn build() {
        return new NothingColumn(type, size);
    }
}
