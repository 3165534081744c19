package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.FloatColumn;
import io.chconnect.codec.column.FloatColumnBuilder;
import io.chconnect.codec.internal.value.FloatingValues;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;
import io.chconnect.types.FloatType;

/**
 * BFloat16: the upper half of a Float32.
 *
 * <pre>
 * rows × 16 bits, little-endian     3.140625 = 0x40490000 as Float32 → 49 40
 * </pre>
 */
final class BFloat16Codec implements ColumnCodec {
    private final DataType type;

    BFloat16Codec(DataType type) {
        this.type = type;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        short[] halves = in.readShorts(rows);
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = Float.intBitsToFloat(halves[row] << Short.SIZE);
        }
        return new FloatColumn(type, values);
    }

    @Override
    public void write(WireWriter out, Column column) {
        float[] values = column.asFloats();
        short[] halves = new short[values.length];
        for (int row = 0; row < halves.length; row++) {
            halves[row] = (short) (Float.floatToRawIntBits(values[row]) >>> Short.SIZE);
        }
        out.writeShorts(halves);
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new FloatColumnBuilder(type, FloatingValues.of(FloatType.BFLOAT16), expectedRows);
    }
}
