package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.Arrays;

/** Values of the same number of bytes each: FixedString, UUID, IPv6, and the numbers and decimals above 64 bits. */
public final class FixedBytesColumn implements Column {
    private final DataType type;
    private final BytesValues meaning;
    private final int width;
    private final int rowCount;
    private final byte[] bytes;

    /**
     * Creates the column.
     *
     * @param type the type of the values
     * @param meaning what the stored bytes mean
     * @param width bytes of each value
     * @param bytes the values one after the other, as they are on the wire; owned by the column from now on
     */
    public FixedBytesColumn(DataType type, BytesValues meaning, int width, byte[] bytes) {
        this.type = type;
        this.meaning = meaning;
        this.width = width;
        this.rowCount = bytes.length / width;
        this.bytes = bytes;
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return rowCount;
    }

    @Override
    public Object get(int row) {
        return meaning.toObject(bytes, row * width);
    }

    /**
     * A value as it is on the wire.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return a new array of {@link #width()} bytes
     */
    public byte[] getBytes(int row) {
        return Arrays.copyOfRange(bytes, row * width, (row + 1) * width);
    }

    /**
     * Bytes of each value.
     *
     * @return at least 1
     */
    public int width() {
        return width;
    }

    /**
     * The values one after the other, as they are on the wire.
     *
     * @return the column's own array, {@code rowCount() * width()} long, not to be written to
     */
    public byte[] bytes() {
        return bytes;
    }
}
