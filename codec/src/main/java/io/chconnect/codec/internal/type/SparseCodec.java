package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import java.util.Arrays;

/**
 * Sparse: only the values that are not the type's default, which is NULL where the type is Nullable.
 *
 * <pre>
 * until bit 62 is set: varint defaults before the next value; with bit 62: defaults after the last value
 * data of the values, without null map where the type is Nullable
 *
 * UInt8 0, 0, 7, 0 → 02 81 80 80 80 80 80 80 80 40 | 07
 * </pre>
 */
final class SparseCodec extends ReadingCodec {
    private static final long END = 1L << 62;

    SparseCodec(ColumnCodec plain) {
        super(plain);
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        in.enter("Sparse");
        in.checkCount(rows, "rows, lower max_block_size,", WireLimits.MAX_ROWS_WITHOUT_DATA);
        int[] gaps = new int[16];
        int count = 0;
        int row = 0;
        long next = in.readVarInt();
        while ((next & END) == 0) {
            if (count == gaps.length) {
                gaps = Arrays.copyOf(gaps, count * 2);
            }
            gaps[count] = in.checkCount(next, "default values", rows - row - 1);
            row += gaps[count++] + 1;
            next = in.readVarInt();
        }
        int last = in.checkCount(next & ~END, "default values", rows - row);
        if (row + last != rows) {
            throw in.malformed((row + last) + " values: expected " + rows);
        }
        ColumnCodec values = plain instanceof NullableCodec nullable ? nullable.inner() : plain;
        Column column = spread(in, values.read(in, count, prefix), gaps, last, rows);
        in.leave();
        return column;
    }

    private Column spread(WireReader in, Column values, int[] gaps, int last, int rows) {
        in.checkCount(
                (rows - values.rowCount()) * plain.defaultBytes(),
                "bytes of values that are not in the data, lower max_block_size,",
                WireLimits.MAX_BYTES_WITHOUT_DATA);
        ColumnBuilder all = plain.builder(rows);
        for (int i = 0; i < values.rowCount(); i++) {
            appendDefaults(all, gaps[i]);
            all.appendFrom(values, i);
        }
        appendDefaults(all, last);
        return all.build();
    }

    private static void appendDefaults(ColumnBuilder builder, int count) {
        for (int i = 0; i < count; i++) {
            builder.appendDefault();
        }
    }
}
