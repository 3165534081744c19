package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.codec.column.StringColumnBuilder;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;

/**
 * String.
 *
 * <pre>
 * rows × (varint length, bytes)     "ab", "" → 02 61 62 00
 * </pre>
 */
final class StringCodec implements ColumnCodec {
    private final DataType type;

    StringCodec(DataType type) {
        this.type = type;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        return in.readStrings(rows, (bytes, offsets) -> new StringColumn(type, bytes, offsets));
    }

    @Override
    public void write(WireWriter out, Column column) {
        StringColumn strings = (StringColumn) column;
        String[] texts = strings.texts();
        if (texts == null) {
            out.writeStrings(strings.bytes(), strings.offsets(), strings.rowCount());
        } else {
            out.writeTexts(texts);
        }
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new StringColumnBuilder(type, expectedRows);
    }
}
