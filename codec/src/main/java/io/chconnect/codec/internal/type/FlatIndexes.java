package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.MemberColumn;
import io.chconnect.codec.internal.wire.WireReader;

/**
 * Which type each row of a flattened Dynamic has. The number of types itself means NULL.
 *
 * <pre>
 * rows × UInt8, or UInt16 from 256 types on, or UInt32 from 65536 types on
 * </pre>
 */
final class FlatIndexes {
    private FlatIndexes() {}

    static int[] read(WireReader in, int rows, int types) {
        int[] indexes;
        if (types <= 0xFF) {
            indexes = IntegerWidths.widen(in.readBytes(rows));
        } else if (types <= 0xFFFF) {
            indexes = IntegerWidths.widen(in.readShorts(rows));
        } else {
            indexes = in.readInts(rows);
        }
        for (int row = 0; row < rows; row++) {
            indexes[row] = indexes[row] == types ? MemberColumn.NULL : in.checkIndex(indexes[row], types, "types");
        }
        return indexes;
    }
}
