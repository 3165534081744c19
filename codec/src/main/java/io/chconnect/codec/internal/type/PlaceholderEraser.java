package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.ByteColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DoubleColumn;
import io.chconnect.codec.column.FloatColumn;
import io.chconnect.codec.column.IntColumn;
import io.chconnect.codec.column.LongColumn;
import io.chconnect.codec.column.ShortColumn;

/** Puts 0 where a value is NULL: the wire may have anything there, and the primitive arrays promise 0. */
final class PlaceholderEraser {
    private PlaceholderEraser() {}

    static void erase(Column values, boolean[] nullMap) {
        if (values instanceof ByteColumn) {
            byte[] array = values.asBytes();
            for (int row = 0; row < nullMap.length; row++) {
                array[row] = nullMap[row] ? 0 : array[row];
            }
        } else if (values instanceof ShortColumn) {
            short[] array = values.asShorts();
            for (int row = 0; row < nullMap.length; row++) {
                array[row] = nullMap[row] ? 0 : array[row];
            }
        } else if (values instanceof IntColumn) {
            int[] array = values.asInts();
            for (int row = 0; row < nullMap.length; row++) {
                array[row] = nullMap[row] ? 0 : array[row];
            }
        } else if (values instanceof LongColumn) {
            long[] array = values.asLongs();
            for (int row = 0; row < nullMap.length; row++) {
                array[row] = nullMap[row] ? 0 : array[row];
            }
        } else if (values instanceof FloatColumn) {
            float[] array = values.asFloats();
            for (int row = 0; row < nullMap.length; row++) {
                array[row] = nullMap[row] ? 0 : array[row];
            }
        } else if (values instanceof DoubleColumn) {
            double[] array = values.asDoubles();
            for (int row = 0; row < nullMap.length; row++) {
                array[row] = nullMap[row] ? 0 : array[row];
            }
        }
    }
}
