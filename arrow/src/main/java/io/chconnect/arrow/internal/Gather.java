package io.chconnect.arrow.internal;

import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.column.ByteColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DoubleColumn;
import io.chconnect.codec.column.FixedBytesColumn;
import io.chconnect.codec.column.FloatColumn;
import io.chconnect.codec.column.IntColumn;
import io.chconnect.codec.column.LongColumn;
import io.chconnect.codec.column.ShortColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.error.ConversionException;
import java.time.ZoneId;

/** Columns of some rows of another column, in any order and any number of times. */
final class Gather {
    private Gather() {}

    /**
     * A column of the rows that keys name; a negative key stands for the type's default.
     *
     * @throws ConversionException if the column is neither of numbers, nor of texts, nor of values of a fixed length
     */
    static Column rows(ZoneId zone, Column column, int[] keys) {
        if (column instanceof StringColumn strings) {
            return strings(strings, keys);
        }
        return new ColumnFactory(zone).stored(column.type(), values(column, keys));
    }

    private static Object values(Column column, int[] keys) {
        int rows = keys.length;
        if (column instanceof ByteColumn) {
            byte[] from = column.asBytes();
            byte[] to = new byte[rows];
            for (int row = 0; row < rows; row++) {
                to[row] = keys[row] < 0 ? 0 : from[keys[row]];
            }
            return to;
        }
        if (column instanceof ShortColumn) {
            short[] from = column.asShorts();
            short[] to = new short[rows];
            for (int row = 0; row < rows; row++) {
                to[row] = keys[row] < 0 ? 0 : from[keys[row]];
            }
            return to;
        }
        if (column instanceof IntColumn) {
            int[] from = column.asInts();
            int[] to = new int[rows];
            for (int row = 0; row < rows; row++) {
                to[row] = keys[row] < 0 ? 0 : from[keys[row]];
            }
            return to;
        }
        if (column instanceof LongColumn) {
            long[] from = column.asLongs();
            long[] to = new long[rows];
            for (int row = 0; row < rows; row++) {
                to[row] = keys[row] < 0 ? 0 : from[keys[row]];
            }
            return to;
        }
        return moreValues(column, keys);
    }

    private static Object moreValues(Column column, int[] keys) {
        int rows = keys.length;
        if (column instanceof FloatColumn) {
            float[] from = column.asFloats();
            float[] to = new float[rows];
            for (int row = 0; row < rows; row++) {
                to[row] = keys[row] < 0 ? 0 : from[keys[row]];
            }
            return to;
        }
        if (column instanceof DoubleColumn) {
            double[] from = column.asDoubles();
            double[] to = new double[rows];
            for (int row = 0; row < rows; row++) {
                to[row] = keys[row] < 0 ? 0 : from[keys[row]];
            }
            return to;
        }
        if (column instanceof FixedBytesColumn fixed) {
            int width = fixed.width();
            byte[] to = new byte[Math.multiplyExact(rows, width)];
            for (int row = 0; row < rows; row++) {
                if (keys[row] >= 0) {
                    System.arraycopy(fixed.bytes(), keys[row] * width, to, row * width, width);
                }
            }
            return to;
        }
        throw new ConversionException("a dictionary of " + column.type().name() + " cannot be read");
    }

    private static StringColumn strings(StringColumn strings, int[] keys) {
        int[] from = strings.offsets();
        int[] offsets = new int[keys.length + 1];
        long end = 0;
        for (int row = 0; row < keys.length; row++) {
            end += keys[row] < 0 ? 0 : strings.length(keys[row]);
            offsets[row + 1] = (int) end;
        }
        if (end > Integer.MAX_VALUE - 8) {
            throw new ConversionException("more than 2 GiB in one column of a block: ask for smaller blocks"
                    + " (max_block_size), or for dictionaries");
        }
        byte[] bytes = new byte[(int) end];
        for (int row = 0; row < keys.length; row++) {
            if (keys[row] >= 0) {
                System.arraycopy(
                        strings.bytes(), from[keys[row]], bytes, offsets[row], offsets[row + 1] - offsets[row]);
            }
        }
        return new StringColumn(strings.type(), bytes, offsets);
    }
}
