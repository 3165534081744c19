package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.IntColumn;
import io.chconnect.codec.column.IntColumnBuilder;
import io.chconnect.codec.column.IntegralValues;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;

/**
 * Whole numbers of 32 bits, and all that is stored as such.
 *
 * <pre>
 * rows × 32 bits, little-endian, two's complement
 * </pre>
 */
final class IntCodec implements ColumnCodec {
    private final DataType type;
    private final IntegralValues meaning;

    IntCodec(DataType type, IntegralValues meaning) {
        this.type = type;
        this.meaning = meaning;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        return column(in.readInts(rows));
    }

    @Override
    public void write(WireWriter out, Column column) {
        out.writeInts(column.asInts());
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new IntColumnBuilder(type, meaning, expectedRows);
    }

    Column column(int[] values) {
        return new IntColumn(type, meaning, values);
    }
}
