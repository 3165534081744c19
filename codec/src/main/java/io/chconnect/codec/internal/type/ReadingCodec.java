package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;

/** Another encoding of the columns of a codec, which is read only: written is the plain one. */
abstract class ReadingCodec implements ColumnCodec {
    final ColumnCodec plain;

    ReadingCodec(ColumnCodec plain) {
        this.plain = plain;
    }

    @Override
    public Prefix readPrefix(WireReader in) {
        return plain.readPrefix(in);
    }

    @Override
    public final void writePrefix(WireWriter out, Column column) {
        plain.writePrefix(out, column);
    }

    @Override
    public final void write(WireWriter out, Column column) {
        plain.write(out, column);
    }

    @Override
    public final long defaultBytes() {
        return plain.defaultBytes();
    }

    @Override
    public final ColumnBuilder builder(int expectedRows) {
        return plain.builder(expectedRows);
    }
}
