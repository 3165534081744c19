package io.chconnect.codec.internal.type;

import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;

/**
 * Where each row of an array or map ends.
 *
 * <pre>
 * rows × UInt64 elements up to and with this row     [1, 2], [] → 02 00 … 02 00 …
 * </pre>
 */
final class Offsets {
    private Offsets() {}

    /** One more than there are rows: the first is 0. */
    static int[] read(WireReader in, int rows) {
        long[] ends = in.readLongs(rows);
        int[] offsets = new int[rows + 1];
        int previous = 0;
        for (int row = 0; row < rows; row++) {
            int end = in.checkCount(ends[row], "elements", WireLimits.MAX_ELEMENTS);
            if (end < previous) {
                throw in.malformed("offset " + end + " after offset " + previous);
            }
            offsets[row + 1] = end;
            previous = end;
        }
        return offsets;
    }

    static void write(WireWriter out, int[] offsets) {
        long[] ends = new long[offsets.length - 1];
        for (int row = 0; row < ends.length; row++) {
            ends[row] = offsets[row + 1];
        }
        out.writeLongs(ends);
    }
}
