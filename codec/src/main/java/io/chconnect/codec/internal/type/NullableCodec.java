package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.NullableColumnBuilder;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Nullable: which rows are NULL, then all values, with anything at the rows that are.
 *
 * <pre>
 * rows × (0 or 1), data of the inner type     Nullable(UInt8) 7, NULL → 00 01 07 00
 * </pre>
 */
final class NullableCodec implements ColumnCodec {
    private final DataType type;
    private final ColumnCodec inner;

    NullableCodec(DataType type, ColumnCodec inner) {
        this.type = type;
        this.inner = inner;
    }

    ColumnCodec inner() {
        return inner;
    }

    @Override
    public Prefix readPrefix(WireReader in) {
        return inner.readPrefix(in);
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        in.enter("Nullable");
        boolean[] nullMap = nullMap(in, in.readBytes(rows));
        Column values = inner.read(in, rows, prefix);
        in.leave();
        if (nullMap != null) {
            PlaceholderEraser.erase(values, nullMap);
        }
        return new NullableColumn(type, nullMap, values);
    }

    @Override
    public void writePrefix(WireWriter out, Column column) {
        inner.writePrefix(out, ((NullableColumn) column).values());
    }

    @Override
    public void write(WireWriter out, Column column) {
        NullableColumn nullable = (NullableColumn) column;
        boolean[] nullMap = nullable.nullMap();
        byte[] flags = new byte[column.rowCount()];
        if (nullMap != null) {
            for (int row = 0; row < flags.length; row++) {
                flags[row] = (byte) (nullMap[row] ? 1 : 0);
            }
        }
        out.writeBytes(flags, 0, flags.length);
        inner.write(out, nullable.values());
    }

    @Override
    public Column readValues(WireReader in, int count) {
        return SingleValues.read(this, in, count, this::readValue);
    }

    private Column readValue(WireReader in) {
        return switch (in.readByte()) {
            case 0 -> new NullableColumn(type, null, inner.readValues(in, 1));
            case 1 -> SingleValues.readDefault(this, in);
            default -> throw in.malformed("a null flag other than 0 and 1");
        };
    }

    @Override
    public void writeValue(WireWriter out, Column column, int row) {
        out.writeByte(column.isNull(row) ? 1 : 0);
        if (!column.isNull(row)) {
            inner.writeValue(out, ((NullableColumn) column).values(), row);
        }
    }

    @Override
    public long defaultBytes() {
        return inner.defaultBytes();
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new NullableColumnBuilder(type, inner.builder(expectedRows));
    }

    private static boolean @Nullable [] nullMap(WireReader in, byte[] flags) {
        int any = 0;
        for (byte flag : flags) {
            any |= flag;
        }
        if (any == 0) {
            return null;
        }
        if (any != 1) {
            throw in.malformed("a null map with bytes other than 0 and 1");
        }
        boolean[] nullMap = new boolean[flags.length];
        for (int row = 0; row < flags.length; row++) {
            nullMap[row] = flags[row] != 0;
        }
        return nullMap;
    }
}
