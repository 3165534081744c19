package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.NothingColumn;
import io.chconnect.codec.column.NothingColumnBuilder;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;

/**
 * Nothing: one filler byte per row.
 *
 * <pre>
 * rows × 30
 * </pre>
 */
final class NothingCodec implements ColumnCodec {
    private static final int FILLER = '0';

    private final DataType type;

    NothingCodec(DataType type) {
        this.type = type;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        for (int row = 0; row < rows; row++) {
            in.readByte();
        }
        return new NothingColumn(type, rows);
    }

    @Override
    public void write(WireWriter out, Column column) {
        for (int row = 0; row < column.rowCount(); row++) {
            out.writeByte(FILLER);
        }
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new NothingColumnBuilder(type);
    }
}
