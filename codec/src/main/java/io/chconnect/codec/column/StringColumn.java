package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.Arrays;

/**
 * String values: all bytes in one array, and where each value ends. Java strings are made when they are asked for.
 *
 * <p>{@link #get} gives a {@code String} where the bytes are UTF-8, as texts nearly always are. ClickHouse stores any bytes;
 * for a value that is not UTF-8 it throws, and {@link #getBytes} gives the bytes.
 */
public final class StringColumn implements Column {
    private final DataType type;
    private final byte[] bytes;
    private final int[] offsets;

    /**
     * Creates the column.
     *
     * @param type the type of the values
     * @param bytes the values one after the other; owned by the column from now on
     * @param offsets where each value starts, and behind the last one where it ends: one more than there are rows; owned by
     *     the column from now on
     */
    public StringColumn(DataType type, byte[] bytes, int[] offsets) {
        this.type = type;
        this.bytes = bytes;
        this.offsets = offsets;
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return offsets.length - 1;
    }

    @Override
    public String get(int row) {
        return Utf8.decode(bytes, offsets[row], offsets[row + 1]);
    }

    /**
     * The bytes of a value.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return a new array
     */
    public byte[] getBytes(int row) {
        return Arrays.copyOfRange(bytes, offsets[row], offsets[row + 1]);
    }

    /**
     * How many bytes a value has.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return at least 0
     */
    public int length(int row) {
        return offsets[row + 1] - offsets[row];
    }

    /**
     * The bytes of all values, one after the other.
     *
     * @return the column's own array, not to be written to; it may be longer than the last offset
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Where each value starts in {@link #bytes()}, and behind the last one where it ends.
     *
     * @return the column's own array, {@code rowCount() + 1} long, not to be written to
     */
    public int[] offsets() {
        return offsets;
    }
}
