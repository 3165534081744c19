package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * String values: all bytes in one array, and where each value ends. Java strings are made when they are asked for; a column
 * that was made of Java strings makes the bytes when they are asked for.
 *
 * <p>{@link #get} gives a {@code String} where the bytes are UTF-8, as texts nearly always are. ClickHouse stores any bytes;
 * for a value that is not UTF-8 it throws, and {@link #getBytes} gives the bytes.
 */
public final class StringColumn implements Column {
    private static final byte[] NO_BYTES = {};
    private static final int[] NO_OFFSETS = {};

    private final DataType type;
    private final byte[] bytes;
    private final int[] offsets;
    private final String @Nullable [] texts;
    private @Nullable StringColumn encoded;

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
        this.texts = null;
    }

    /**
     * Creates the column of Java strings, which an insert writes as they are.
     *
     * @param type the type of the values
     * @param texts the values; owned by the column from now on
     * @throws ConversionException if one is null; it names the row
     */
    public StringColumn(DataType type, String[] texts) {
        for (int row = 0; row < texts.length; row++) {
            if (texts[row] == null) {
                throw Conversions.notNullable().atRow(row);
            }
        }
        this.type = type;
        this.bytes = NO_BYTES;
        this.offsets = NO_OFFSETS;
        this.texts = texts;
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return texts == null ? offsets.length - 1 : texts.length;
    }

    @Override
    public String get(int row) {
        return texts == null ? Utf8.decode(bytes, offsets[row], offsets[row + 1]) : texts[row];
    }

    /**
     * The bytes of a value.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return a new array
     */
    public byte[] getBytes(int row) {
        return texts == null ? Arrays.copyOfRange(bytes, offsets[row], offsets[row + 1]) : Utf8.encode(texts[row]);
    }

    /**
     * How many bytes a value has.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return at least 0
     */
    public int length(int row) {
        return offsets()[row + 1] - offsets()[row];
    }

    /**
     * The bytes of all values, one after the other.
     *
     * @return the column's own array, not to be written to; it may be longer than the last offset
     * @throws ConversionException if the column was made of Java strings of which one has an unpaired surrogate
     */
    public byte[] bytes() {
        return texts == null ? bytes : encoded(texts).bytes;
    }

    /**
     * Where each value starts in {@link #bytes()}, and behind the last one where it ends.
     *
     * @return the column's own array, {@code rowCount() + 1} long, not to be written to
     * @throws ConversionException if the column was made of Java strings of which one has an unpaired surrogate
     */
    public int[] offsets() {
        return texts == null ? offsets : encoded(texts).offsets;
    }

    /**
     * The Java strings that the column was made of.
     *
     * @return the column's own array, not to be written to; null if the column was made of bytes
     */
    public String @Nullable [] texts() {
        return texts;
    }

    /** Two threads may both make the bytes, which are the same. */
    private StringColumn encoded(String[] values) {
        StringColumn known = encoded;
        if (known == null) {
            StringColumnBuilder builder = new StringColumnBuilder(type, values.length);
            for (String text : values) {
                append(builder, text);
            }
            known = builder.build();
            encoded = known;
        }
        return known;
    }

    private static void append(StringColumnBuilder builder, String text) {
        try {
            builder.append(text);
        } catch (ConversionException e) {
            throw e.atRow(builder.size());
        }
    }
}
