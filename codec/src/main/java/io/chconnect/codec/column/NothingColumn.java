package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import org.jspecify.annotations.Nullable;

/** The column of a type without values: every row is NULL. */
public final class NothingColumn implements Column {
    private final DataType type;
    private final int rowCount;

    /**
     * Creates the column.
     *
     * @param type the type
     * @param rowCount how many rows there are
     */
    public NothingColumn(DataType type, int rowCount) {
        this.type = type;
        this.rowCount = rowCount;
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
    public boolean isNull(int row) {
        return true;
    }

    @Override
    public @Nullable Object get(int row) {
        return null;
    }
}
