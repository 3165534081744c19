package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.lang.reflect.Array;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Builds an {@link ArrayColumn} from collections and Java arrays, primitive ones included. Not thread-safe. */
public final class ArrayColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private final ColumnBuilder elements;
    private final OffsetsBuilder offsets;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param elements builds the elements
     * @param expectedRows how many values to make room for
     */
    public ArrayColumnBuilder(DataType type, ColumnBuilder elements, int expectedRows) {
        this.type = type;
        this.elements = elements;
        this.offsets = new OffsetsBuilder(expectedRows);
    }

    @Override
    public int size() {
        return offsets.size();
    }

    @Override
    public void append(Object value) {
        if (value instanceof Collection) {
            Collection<?> collection = (Collection<?>) value;
            for (Object element : collection) {
                appendElement(element);
            }
            offsets.append(collection.size());
        } else if (value.getClass().isArray()) {
            int length = Array.getLength(value);
            for (int i = 0; i < length; i++) {
                appendElement(Array.get(value, i));
            }
            offsets.append(length);
        } else {
            throw ConversionException.of(value, type.name(), "expected a Collection or an array");
        }
    }

    @Override
    public void appendFrom(Column column, int row) {
        ArrayColumn array = (ArrayColumn) column;
        for (int element = array.offsets()[row]; element < array.offsets()[row + 1]; element++) {
            elements.appendFrom(array.elements(), element);
        }
        offsets.append(array.length(row));
    }

    @Override
    public void appendDefault() {
        offsets.append(0);
    }

    @Override
    public void truncate(int newSize) {
        offsets.truncate(newSize);
        elements.truncate(offsets.end());
    }

    @Override
    public long byteSize() {
        return offsets.byteSize() + elements.byteSize();
    }

    @Override
    public ArrayColumn build() {
        return new ArrayColumn(type, offsets.build(), elements.build());
    }

    private void appendElement(@Nullable Object element) {
        if (element == null) {
            elements.appendNull();
        } else {
            elements.append(element);
        }
    }
}
