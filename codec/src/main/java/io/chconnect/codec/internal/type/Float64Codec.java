package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.DoubleColumn;
import io.chconnect.codec.column.DoubleColumnBuilder;
import io.chconnect.codec.internal.value.FloatingValues;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;
import io.chconnect.types.FloatType;

/**
 * Float64.
 *
 * <pre>
 * rows × 64 bits, IEEE 754, little-endian
 * </pre>
 */
final class Float64Codec implements ColumnCodec {
    private final DataType type;

    Float64Codec(DataType type) {
        this.type = type;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        return new DoubleColumn(type, in.readDoubles(rows));
    }

    @Override
    public void write(WireWriter out, Column column) {
        out.writeDoubles(column.asDoubles());
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new DoubleColumnBuilder(type, FloatingValues.of(FloatType.FLOAT64), expectedRows);
    }
}
