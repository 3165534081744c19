package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import org.jspecify.annotations.Nullable;

/** A dictionary of distinct values and, for each row, a key into it. */
public final class LowCardinalityColumn implements Column {
    private final DataType type;
    private final Column dictionary;
    private final boolean nullable;
    private final int[] keys;

    /**
     * Creates the column.
     *
     * @param type the type
     * @param dictionary the distinct values, of the inner type without Nullable
     * @param nullable whether key 0 means NULL
     * @param keys a row of {@code dictionary} for each row; owned by the column from now on
     */
    public LowCardinalityColumn(DataType type, Column dictionary, boolean nullable, int[] keys) {
        this.type = type;
        this.dictionary = dictionary;
        this.nullable = nullable;
        this.keys = keys;
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return keys.length;
    }

    @Override
    public boolean isNull(int row) {
        return nullable && keys[row] == 0;
    }

    @Override
    public @Nullable Object get(int row) {
        return isNull(row) ? null : dictionary.get(keys[row]);
    }

    @Override
    public long getLong(int row) {
        return isNull(row) ? Conversions.toLong(type, null) : dictionary.getLong(keys[row]);
    }

    @Override
    public double getDouble(int row) {
        return isNull(row) ? Conversions.toDouble(type, null) : dictionary.getDouble(keys[row]);
    }

    @Override
    public boolean @Nullable [] nullMap() {
        if (!nullable) {
            return null;
        }
        boolean[] map = null;
        for (int row = 0; row < keys.length; row++) {
            if (keys[row] == 0) {
                map = map == null ? new boolean[keys.length] : map;
                map[row] = true;
            }
        }
        return map;
    }

    @Override
    public @Nullable Object[] toObjects() {
        return spread(dictionary.toObjects(), new @Nullable Object[keys.length]);
    }

    @Override
    public @Nullable String[] toStrings() {
        return spread(dictionary.toStrings(), new @Nullable String[keys.length]);
    }

    /**
     * The distinct values.
     *
     * @return a column of the inner type without Nullable; where {@link #nullable()}, its row 0 stands for NULL
     */
    public Column dictionary() {
        return dictionary;
    }

    /**
     * Whether key 0 means NULL.
     *
     * @return true for {@code LowCardinality(Nullable(T))}
     */
    public boolean nullable() {
        return nullable;
    }

    /**
     * The row of {@link #dictionary()} that holds each value.
     *
     * @return the column's own array, {@code rowCount()} long, not to be written to
     */
    public int[] keys() {
        return keys;
    }

    private <T extends @Nullable Object> T[] spread(T[] distinct, T[] values) {
        for (int row = 0; row < keys.length; row++) {
            if (!nullable || keys[row] != 0) {
                values[row] = distinct[keys[row]];
            }
        }
        return values;
    }
}
