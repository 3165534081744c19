package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Builds a {@link NullableColumn}. Not thread-safe. */
public final class NullableColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private final ColumnBuilder values;
    private boolean @Nullable [] nullMap;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param values builds the values
     */
    public NullableColumnBuilder(DataType type, ColumnBuilder values) {
        this.type = type;
        this.values = values;
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public void append(Object value) {
        values.append(value);
    }

    @Override
    public void appendLong(long value) {
        values.appendLong(value);
    }

    @Override
    public void appendDouble(double value) {
        values.appendDouble(value);
    }

    @Override
    public void appendNull() {
        int row = values.size();
        values.appendDefault();
        if (nullMap == null) {
            nullMap = new boolean[ColumnBuilder.grow(row)];
        } else if (row >= nullMap.length) {
            nullMap = Arrays.copyOf(nullMap, ColumnBuilder.grow(row));
        }
        nullMap[row] = true;
    }

    /** Takes a column of the type without Nullable, too. */
    @Override
    public void appendFrom(Column column, int row) {
        if (column instanceof NullableColumn nullable) {
            if (nullable.isNull(row)) {
                appendNull();
            } else {
                values.appendFrom(nullable.values(), row);
            }
        } else {
            values.appendFrom(column, row);
        }
    }

    @Override
    public void appendDefault() {
        appendNull();
    }

    @Override
    public void truncate(int newSize) {
        if (nullMap != null) {
            Arrays.fill(nullMap, Math.min(newSize, nullMap.length), Math.min(values.size(), nullMap.length), false);
        }
        values.truncate(newSize);
    }

    @Override
    public long byteSize() {
        return values.size() + values.byteSize();
    }

    @Override
    public NullableColumn build() {
        Column built = values.build();
        return new NullableColumn(type, nullMap == null ? null : Arrays.copyOf(nullMap, built.rowCount()), built);
    }
}
