package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;

/**
 * Replicated: each value once, and which one each row has.
 *
 * <pre>
 * varint rows, UInt8 bytes of an index: 1, 2, 4 or 8, rows × index, varint values, data of the values
 *
 * UInt8 7, 9, 7 → 03 01 00 01 00 02 07 09
 * </pre>
 */
final class ReplicatedCodec extends ReadingCodec {
    ReplicatedCodec(ColumnCodec plain) {
        super(plain);
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        in.enter("Replicated");
        in.checkCount(rows, "rows, lower max_block_size,", WireLimits.MAX_ROWS_WITHOUT_DATA);
        int count = in.readCount("indexes", rows);
        if (count != rows) {
            throw in.malformed(count + " indexes for " + rows + " rows");
        }
        int width = in.readByte();
        int[] indexes = switch (width) {
            case Byte.BYTES -> IntegerWidths.widen(in.readBytes(rows));
            case Short.BYTES -> IntegerWidths.widen(in.readShorts(rows));
            case Integer.BYTES -> in.readInts(rows);
            case Long.BYTES -> IntegerWidths.narrow(in, in.readLongs(rows));
            default -> throw in.malformed("indexes of " + width + " bytes: expected 1, 2, 4 or 8");
        };
        Column values = plain.read(in, in.readCount("values", WireLimits.MAX_ELEMENTS), prefix);
        ColumnBuilder all = plain.builder(rows);
        for (int index : indexes) {
            all.appendFrom(values, in.checkIndex(index, values.rowCount(), "values"));
        }
        in.leave();
        return all.build();
    }
}
