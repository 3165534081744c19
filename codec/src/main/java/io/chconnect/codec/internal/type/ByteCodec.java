package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.ByteColumn;
import io.chconnect.codec.column.ByteColumnBuilder;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.IntegralValues;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;

/**
 * Whole numbers of 8 bits, and all that is stored as such.
 *
 * <pre>
 * rows × 8 bits, little-endian, two's complement
 * </pre>
 */
final class ByteCodec implements ColumnCodec {
    private final DataType type;
    private final IntegralValues meaning;

    ByteCodec(DataType type, IntegralValues meaning) {
        this.type = type;
        this.meaning = meaning;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        return column(in.readBytes(rows));
    }

    @Override
    public void write(WireWriter out, Column column) {
        byte[] values = column.asBytes();
        out.writeBytes(values, 0, values.length);
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new ByteColumnBuilder(type, meaning, expectedRows);
    }

    Column column(byte[] values) {
        return new ByteColumn(type, meaning, values);
    }
}
