package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values of another column, some of them NULL. The primitive accessors are those of {@link #values()}, with 0 at NULL. */
public final class NullableColumn implements Column {
    private final DataType type;
    private final boolean @Nullable [] nullMap;
    private final Column values;

    /**
     * Creates the column.
     *
     * @param type the type
     * @param nullMap true at each row that is NULL, or null when no row is; owned by the column from now on; over values of
     *     the type Nothing every row is NULL, whatever the map says
     * @param values the values, with the type's default at each row that is NULL
     */
    public NullableColumn(DataType type, boolean @Nullable [] nullMap, Column values) {
        this.type = type;
        this.nullMap = values instanceof NothingColumn && values.rowCount() > 0 ? allNull(values.rowCount()) : nullMap;
        this.values = values;
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return values.rowCount();
    }

    @Override
    public boolean isNull(int row) {
        return nullMap != null && nullMap[row];
    }

    @Override
    public @Nullable Object get(int row) {
        return isNull(row) ? null : values.get(row);
    }

    @Override
    public long getLong(int row) {
        return present(row, "long").getLong(row);
    }

    @Override
    public double getDouble(int row) {
        return present(row, "double").getDouble(row);
    }

    @Override
    public boolean @Nullable [] nullMap() {
        return nullMap;
    }

    /**
     * The values without their null map.
     *
     * @return a column with the type's default at each row that is NULL
     */
    public Column values() {
        return values;
    }

    @Override
    public byte[] asBytes() {
        return values.asBytes();
    }

    @Override
    public short[] asShorts() {
        return values.asShorts();
    }

    @Override
    public int[] asInts() {
        return values.asInts();
    }

    @Override
    public long[] asLongs() {
        return values.asLongs();
    }

    @Override
    public float[] asFloats() {
        return values.asFloats();
    }

    @Override
    public double[] asDoubles() {
        return values.asDoubles();
    }

    private static boolean[] allNull(int rows) {
        boolean[] map = new boolean[rows];
        Arrays.fill(map, true);
        return map;
    }

    private Column present(int row, String target) {
        if (isNull(row)) {
            throw new ConversionException("NULL has no " + target + " value: ask isNull, get or the …Or getters");
        }
        return values;
    }
}
