package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.util.Arrays;

/** Builds a {@link StringColumn} from texts and byte arrays. Not thread-safe. */
public final class StringColumnBuilder implements ColumnBuilder {
    private static final int FIRST_BYTES_PER_ROW = 16;

    /** Up to this length a loop over the characters is faster than the JDK's encoder with its array for each text. */
    private static final int SHORT_TEXT = 64;

    private final DataType type;
    private byte[] bytes;
    private int[] offsets;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type of the values
     * @param expectedRows how many values to make room for
     */
    public StringColumnBuilder(DataType type, int expectedRows) {
        this.type = type;
        this.bytes = new byte[(int) Math.min(1 << 20, (long) expectedRows * FIRST_BYTES_PER_ROW)];
        this.offsets = new int[expectedRows + 1];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        if (value instanceof String string) {
            append(string);
        } else if (value instanceof byte[] array) {
            append(array, 0, array.length);
        } else if (value instanceof CharSequence charSequence) {
            append(charSequence.toString());
        } else {
            throw ConversionException.of(value, type.name(), "expected a String or a byte[]");
        }
    }

    /**
     * Adds a text.
     *
     * @param text the text
     * @throws ConversionException if it has an unpaired surrogate, for which there are no bytes
     */
    public void append(String text) {
        int length = text.length();
        if (length > SHORT_TEXT || !appendAscii(text, length)) {
            byte[] encoded = Utf8.encode(text);
            append(encoded, 0, encoded.length);
        }
    }

    /** Spares short texts an array of their own; false when the text is not ASCII. */
    private boolean appendAscii(String text, int length) {
        int end = reserve(length);
        byte[] target = bytes;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > '\u007f') {
                return false;
            }
            target[end + i] = (byte) c;
        }
        next(end + length);
        return true;
    }

    /**
     * Adds a value.
     *
     * @param source holds its bytes
     * @param from where they start
     * @param count how many there are
     */
    public void append(byte[] source, int from, int count) {
        int end = reserve(count);
        System.arraycopy(source, from, bytes, end, count);
        next(end + count);
    }

    @Override
    public void appendFrom(Column column, int row) {
        StringColumn strings = (StringColumn) column;
        append(strings.bytes(), strings.offsets()[row], strings.length(row));
    }

    @Override
    public void appendDefault() {
        next(offsets[size]);
    }

    @Override
    public void truncate(int newSize) {
        size = newSize;
    }

    @Override
    public long byteSize() {
        return (long) offsets[size] + size;
    }

    @Override
    public StringColumn build() {
        return new StringColumn(type, bytes, size + 1 == offsets.length ? offsets : Arrays.copyOf(offsets, size + 1));
    }

    /** Makes room behind the last value, and tells where that is. */
    private int reserve(int count) {
        int end = offsets[size];
        long needed = (long) end + count;
        if (needed > bytes.length) {
            if (needed > Integer.MAX_VALUE - 8) {
                throw new ConversionException("more than 2 GiB in one column of a block: send smaller blocks");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
        }
        return end;
    }

    private void next(int end) {
        if (size + 1 == offsets.length) {
            offsets = Arrays.copyOf(offsets, ColumnBuilder.grow(offsets.length));
        }
        offsets[++size] = end;
    }
}
