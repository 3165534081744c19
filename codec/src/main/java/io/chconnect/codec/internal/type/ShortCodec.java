package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.IntegralValues;
import io.chconnect.codec.column.ShortColumn;
import io.chconnect.codec.column.ShortColumnBuilder;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;

/**
 * Whole numbers of 16 bits, and all that is stored as such.
 *
 * <pre>
 * rows × 16 bits, little-endian, two's complement
 * </pre>
 */
final class ShortCodec implements ColumnCodec {
    private final DataType type;
    private final IntegralValues meaning;

    ShortCodec(DataType type, IntegralValues meaning) {
        this.type = type;
        this.meaning = meaning;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        return column(in.readShorts(rows));
    }

    @Override
    public void write(WireWriter out, Column column) {
        out.writeShorts(column.asShorts());
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new ShortColumnBuilder(type, meaning, expectedRows);
    }

    Column column(short[] values) {
        return new ShortColumn(type, meaning, values);
    }
}
