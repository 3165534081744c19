package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.IntegralValues;
import io.chconnect.codec.column.LongColumn;
import io.chconnect.codec.column.LongColumnBuilder;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;

/**
 * Whole numbers of 64 bits, and all that is stored as such.
 *
 * <pre>
 * rows × 64 bits, little-endian, two's complement
 * </pre>
 */
final class LongCodec implements ColumnCodec {
    private final DataType type;
    private final IntegralValues meaning;

    LongCodec(DataType type, IntegralValues meaning) {
        this.type = type;
        this.meaning = meaning;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        return column(in.readLongs(rows));
    }

    @Override
    public void write(WireWriter out, Column column) {
        out.writeLongs(column.asLongs());
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new LongColumnBuilder(type, meaning, expectedRows);
    }

    Column column(long[] values) {
        return new LongColumn(type, meaning, values);
    }
}
