package io.chconnect.codec.column;

import io.chconnect.types.DataType;

/** Values stored in 64 bits each. */
public final class LongColumn extends IntegralColumn {
    private final long[] values;

    /**
     * Creates the column.
     *
     * @param type the type of the values
     * @param meaning what the stored numbers mean
     * @param values the stored numbers, one per row; owned by the column from now on
     */
    public LongColumn(DataType type, IntegralValues meaning, long[] values) {
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
    public long[] asLongs() {
        return values;
    }
}
