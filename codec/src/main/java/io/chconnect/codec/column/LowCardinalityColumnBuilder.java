package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a {@link LowCardinalityColumn}, one dictionary entry per distinct value. Not thread-safe. */
public final class LowCardinalityColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private final ColumnBuilder dictionary;
    private final boolean nullable;
    private final Map<Object, Integer> keyOf = new HashMap<>();
    private int[] keys;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param dictionary builds the distinct values; empty
     * @param nullable whether the inner type is Nullable
     * @param expectedRows how many values to make room for
     */
    public LowCardinalityColumnBuilder(DataType type, ColumnBuilder dictionary, boolean nullable, int expectedRows) {
        this.type = type;
        this.dictionary = dictionary;
        this.nullable = nullable;
        this.keys = new int[expectedRows];
        // The server keeps the default value at the first place, behind the one that stands for NULL.
        if (nullable) {
            dictionary.appendDefault();
        }
        dictionary.appendDefault();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        Integer key = keyOf.get(lookup(value));
        if (key == null) {
            key = dictionary.size();
            dictionary.append(value);
            remember(value, key);
        }
        put(key);
    }

    @Override
    public void appendFrom(Column column, int row) {
        LowCardinalityColumn values = (LowCardinalityColumn) column;
        if (values.isNull(row)) {
            put(0);
            return;
        }
        Column source = values.dictionary();
        int entry = values.keys()[row];
        Object value = source instanceof StringColumn strings
                ? strings.getBytes(entry)
                : source instanceof FixedBytesColumn fixed ? fixed.getBytes(entry) : source.get(entry);
        Integer key = keyOf.get(lookup(value));
        if (key == null) {
            key = dictionary.size();
            dictionary.appendFrom(source, entry);
            remember(value, key);
        }
        put(key);
    }

    @Override
    public void appendNull() {
        if (!nullable) {
            ColumnBuilder.super.appendNull();
        }
        put(0);
    }

    @Override
    public void appendDefault() {
        put(0);
    }

    @Override
    public void truncate(int newSize) {
        size = newSize;
    }

    @Override
    public long byteSize() {
        return (long) size * Integer.BYTES + dictionary.byteSize();
    }

    @Override
    public LowCardinalityColumn build() {
        return new LowCardinalityColumn(type, dictionary.build(), nullable, Arrays.copyOf(keys, size));
    }

    private static Object lookup(@Nullable Object value) {
        if (value instanceof byte[] array) {
            return ByteBuffer.wrap(array);
        }
        return value instanceof CharSequence ? value.toString() : Objects.requireNonNull(value);
    }

    /** The caller may change an array, or a text that is not a String, as soon as the value is added. */
    private void remember(@Nullable Object value, int key) {
        keyOf.put(value instanceof byte[] array ? ByteBuffer.wrap(array.clone()) : lookup(value), key);
    }

    private void put(int key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, ColumnBuilder.grow(size));
        }
        keys[size++] = key;
    }
}
