package io.chconnect.arrow.internal;

import org.jspecify.annotations.Nullable;

/** Rows that mean nothing: columns have their type's default there. */
final class NullRows {
    private NullRows() {}

    /** Puts 0 where a row means nothing. */
    static void clear(Object values, boolean @Nullable [] nulls) {
        if (nulls == null) {
            return;
        }
        for (int row = 0; row < nulls.length; row++) {
            if (nulls[row]) {
                if (values instanceof long[] longs) {
                    longs[row] = 0;
                } else if (values instanceof int[] ints) {
                    ints[row] = 0;
                } else if (values instanceof double[] doubles) {
                    doubles[row] = 0;
                } else if (values instanceof float[] floats) {
                    floats[row] = 0;
                } else if (values instanceof short[] shorts) {
                    shorts[row] = 0;
                } else {
                    ((byte[]) values)[row] = 0;
                }
            }
        }
    }

    /** Puts 0 where a row means nothing, in values of several bytes each. */
    static void clear(byte[] values, int width, boolean @Nullable [] nulls) {
        for (int row = 0; nulls != null && row < nulls.length; row++) {
            if (nulls[row]) {
                java.util.Arrays.fill(values, row * width, (row + 1) * width, (byte) 0);
            }
        }
    }

    /** The rows that mean nothing for either reason. */
    static boolean @Nullable [] either(boolean @Nullable [] one, boolean @Nullable [] other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        boolean[] both = one.clone();
        for (int row = 0; row < both.length; row++) {
            both[row] |= other[row];
        }
        return both;
    }
}
