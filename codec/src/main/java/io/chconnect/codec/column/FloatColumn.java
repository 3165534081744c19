package io.chconnect.codec.column;

import io.chconnect.types.DataType;

/** Float32 and BFloat16 values. */
public final class FloatColumn implements Column {
    private final DataType type;
    private final float[] values;

    /**
     * Creates the column.
     *
     * @param type the type of the values
     * @param values the values, one per row; owned by the column from now on
     */
    public FloatColumn(DataType type, float[] values) {
        this.type = type;
        this.values = values;
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return values.length;
    }

    @Override
    public Object get(int row) {
        return values[row];
    }

    @Override
    public double getDouble(int row) {
        return values[row];
    }

    @Override
    public float[] asFloats() {
        return values;
    }
}
