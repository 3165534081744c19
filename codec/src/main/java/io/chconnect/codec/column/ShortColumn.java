package io.chconnect.codec.column;

import io.chconnect.types.DataType;

/** Values stored in 16 bits each. */
public final class ShortColumn extends IntegralColumn {
    private final short[] values;

    /**
     * Creates the column.
     *
     * @param type the type of the values
     * @param meaning what the stored numbers mean
     * @param values the stored numbers, one per row; owned by the column from now on
     */
    public ShortColumn(DataType type, IntegralValues meaning, short[] values) {
        super(type, meaning);
        this.values = values;
    }

    @Override
    public int rowCount() {
        return values.length;
    }

    @Override
    public long stored(int row) {
        return values[row];
    }

    @Override
    public short[] asShorts() {
        return values;
    }
}
