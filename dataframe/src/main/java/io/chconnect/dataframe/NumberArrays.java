package io.chconnect.dataframe;

import io.chconnect.codec.column.ByteColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.IntColumn;
import io.chconnect.codec.column.LowCardinalityColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.ShortColumn;
import io.chconnect.types.IntegerType;
import java.util.List;

/** Columns of numbers, one below the other, as one array; 0 or NaN where a value is NULL. */
final class NumberArrays {
    private NumberArrays() {}

    static int[] ints(List<Column> parts) {
        if (parts.size() == 1 && values(parts.get(0)) instanceof IntColumn only) {
            return only.asInts();
        }
        int[] all = new int[rows(parts)];
        int next = 0;
        for (Column part : parts) {
            Column column = values(part);
            int rows = column.rowCount();
            if (column instanceof IntColumn) {
                System.arraycopy(column.asInts(), 0, all, next, rows);
            } else if (column instanceof ShortColumn) {
                int mask = unsigned(column) ? 0xFFFF : -1;
                short[] values = column.asShorts();
                for (int row = 0; row < rows; row++) {
                    all[next + row] = values[row] & mask;
                }
            } else if (column instanceof ByteColumn) {
                int mask = unsigned(column) ? 0xFF : -1;
                byte[] values = column.asBytes();
                for (int row = 0; row < rows; row++) {
                    all[next + row] = values[row] & mask;
                }
            } else {
                for (int row = 0; row < rows; row++) {
                    all[next + row] = part.isNull(row) ? 0 : (int) part.getLong(row);
                }
            }
            next += rows;
        }
        return all;
    }

    /** Whole numbers of up to 64 bits; those of UInt64 as their bits. */
    static long[] longs(List<Column> parts) {
        if (parts.size() == 1 && isLong(values(parts.get(0)))) {
            return values(parts.get(0)).asLongs();
        }
        long[] all = new long[rows(parts)];
        int next = 0;
        for (Column part : parts) {
            Column column = values(part);
            int rows = column.rowCount();
            if (isLong(column)) {
                System.arraycopy(column.asLongs(), 0, all, next, rows);
            } else if (column instanceof IntColumn) {
                long mask = unsigned(column) ? 0xFFFFFFFFL : -1L;
                int[] values = column.asInts();
                for (int row = 0; row < rows; row++) {
                    all[next + row] = values[row] & mask;
                }
            } else {
                LowCardinalityColumn dictionary = (LowCardinalityColumn) column;
                Column entries = dictionary.dictionary();
                for (int row = 0; row < rows; row++) {
                    int key = dictionary.keys()[row];
                    all[next + row] =
                            part.isNull(row) ? 0 : isLong(entries) ? entries.asLongs()[key] : entries.getLong(key);
                }
            }
            next += rows;
        }
        return all;
    }

    static float[] floats(List<Column> parts) {
        if (parts.size() == 1 && parts.get(0).nullMap() == null && !isDictionary(parts.get(0))) {
            return parts.get(0).asFloats();
        }
        float[] all = new float[rows(parts)];
        int next = 0;
        for (Column part : parts) {
            for (int row = 0; row < part.rowCount(); row++) {
                all[next++] = part.isNull(row) ? Float.NaN : (float) part.getDouble(row);
            }
        }
        return all;
    }

    static double[] doubles(List<Column> parts) {
        if (parts.size() == 1 && parts.get(0).nullMap() == null && !isDictionary(parts.get(0))) {
            return parts.get(0).asDoubles();
        }
        double[] all = new double[rows(parts)];
        int next = 0;
        for (Column part : parts) {
            if (isDictionary(part)) {
                for (int row = 0; row < part.rowCount(); row++) {
                    all[next + row] = part.isNull(row) ? Double.NaN : part.getDouble(row);
                }
            } else {
                System.arraycopy(part.asDoubles(), 0, all, next, part.rowCount());
                boolean[] nulls = part.nullMap();
                for (int row = 0; nulls != null && row < nulls.length; row++) {
                    all[next + row] = nulls[row] ? Double.NaN : all[next + row];
                }
            }
            next += part.rowCount();
        }
        return all;
    }

    static boolean[] booleans(List<Column> parts) {
        boolean[] all = new boolean[rows(parts)];
        int next = 0;
        for (Column part : parts) {
            if (isDictionary(part)) {
                for (int row = 0; row < part.rowCount(); row++) {
                    all[next++] = Boolean.TRUE.equals(part.get(row));
                }
            } else {
                for (byte value : part.asBytes()) {
                    all[next++] = value != 0;
                }
            }
        }
        return all;
    }

    static boolean anyNegative(long[] values) {
        long bits = 0;
        for (long value : values) {
            bits |= value;
        }
        return bits < 0;
    }

    private static Column values(Column column) {
        return column instanceof NullableColumn nullable ? nullable.values() : column;
    }

    private static boolean isLong(Column column) {
        return column instanceof io.chconnect.codec.column.LongColumn;
    }

    private static boolean isDictionary(Column column) {
        return column instanceof LowCardinalityColumn;
    }

    private static boolean unsigned(Column column) {
        return column.type() instanceof IntegerType type && !type.signed();
    }

    private static int rows(List<Column> parts) {
        return Math.toIntExact(parts.stream().mapToLong(Column::rowCount).sum());
    }
}
