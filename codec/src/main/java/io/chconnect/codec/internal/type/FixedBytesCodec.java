package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.BytesValues;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.FixedBytesColumn;
import io.chconnect.codec.column.FixedBytesColumnBuilder;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;

/**
 * Values of a fixed number of bytes.
 *
 * <pre>
 * rows × width bytes
 * </pre>
 */
final class FixedBytesCodec implements ColumnCodec {
    private final DataType type;
    private final BytesValues meaning;
    private final int width;

    FixedBytesCodec(DataType type, BytesValues meaning, int width) {
        this.type = type;
        this.meaning = meaning;
        this.width = width;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        int total = in.checkCount((long) rows * width, "bytes of fixed-length values", WireLimits.MAX_STRING_BYTES);
        return new FixedBytesColumn(type, meaning, width, in.readBytes(total));
    }

    @Override
    public void write(WireWriter out, Column column) {
        byte[] bytes = ((FixedBytesColumn) column).bytes();
        out.writeBytes(bytes, 0, bytes.length);
    }

    @Override
    public long defaultBytes() {
        return width;
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new FixedBytesColumnBuilder(type, meaning, width, expectedRows);
    }

    Column column(byte[] bytes) {
        if (bytes.length % width != 0) {
            throw new ConversionException(
                    bytes.length + " bytes are not whole values of " + type.name() + ", which have " + width + " each");
        }
        return new FixedBytesColumn(type, meaning, width, bytes);
    }
}
