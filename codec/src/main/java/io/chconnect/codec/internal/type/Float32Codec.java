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
 * Float32.
 *
 * <pre>
 * rows × 32 bits, IEEE 754, little-endian
 * </pre>
 */
final class Float32Codec implements ColumnCodec {
    private final DataType type;

    Float32Codec(DataType type) {
        this.type = type;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        return new FloatColumn(type, in.readFloats(rows));
    }

    @Override
    public void write(WireWriter out, Column column) {
        out.writeFloats(column.asFloats());
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new FloatColumnBuilder(type, FloatingValues.of(FloatType.FLOAT32), expectedRows);
    }
}
