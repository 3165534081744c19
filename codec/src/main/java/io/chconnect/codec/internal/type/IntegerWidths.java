package io.chconnect.codec.internal.type;

import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;

/** Indexes of any width as ints. */
final class IntegerWidths {
    private IntegerWidths() {}

    static int[] widen(byte[] keys) {
        int[] wide = new int[keys.length];
        for (int row = 0; row < wide.length; row++) {
            wide[row] = keys[row] & 0xFF;
        }
        return wide;
    }

    static int[] widen(short[] keys) {
        int[] wide = new int[keys.length];
        for (int row = 0; row < wide.length; row++) {
            wide[row] = keys[row] & 0xFFFF;
        }
        return wide;
    }

    static int[] narrow(WireReader in, long[] keys) {
        int[] narrow = new int[keys.length];
        for (int row = 0; row < narrow.length; row++) {
            narrow[row] = in.checkCount(keys[row], "as an index", WireLimits.MAX_ELEMENTS);
        }
        return narrow;
    }
}
