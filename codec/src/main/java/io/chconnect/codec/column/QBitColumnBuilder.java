package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.lang.reflect.Array;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Builds a {@link QBitColumn} from arrays and collections of exactly as many numbers as the type has. Not thread-safe. */
public final class QBitColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private final int dimension;
    private final ColumnBuilder elements;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param dimension how many elements a row has
     * @param elements builds the elements
     */
    public QBitColumnBuilder(DataType type, int dimension, ColumnBuilder elements) {
        this.type = type;
        this.dimension = dimension;
        this.elements = elements;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        if (value instanceof Collection) {
            Collection<?> collection = (Collection<?>) value;
            checkLength(collection.size(), value);
            for (Object element : collection) {
                appendElement(element);
            }
        } else if (value.getClass().isArray()) {
            int length = Array.getLength(value);
            checkLength(length, value);
            for (int i = 0; i < length; i++) {
                appendElement(Array.get(value, i));
            }
        } else {
            throw ConversionException.of(value, type.name(), "expected an array or a Collection of numbers");
        }
        size++;
    }

    @Override
    public void appendFrom(Column column, int row) {
        for (int i = 0; i < dimension; i++) {
            elements.appendFrom(((QBitColumn) column).elements(), row * dimension + i);
        }
        size++;
    }

    @Override
    public void appendDefault() {
        for (int i = 0; i < dimension; i++) {
            elements.appendDefault();
        }
        size++;
    }

    @Override
    public void truncate(int newSize) {
        size = Math.min(size, newSize);
        elements.truncate(size * dimension);
    }

    @Override
    public long byteSize() {
        return elements.byteSize();
    }

    @Override
    public QBitColumn build() {
        return new QBitColumn(type, dimension, elements.build());
    }

    private void appendElement(@Nullable Object element) {
        if (element == null) {
            elements.appendNull();
        } else {
            elements.append(element);
        }
    }

    private void checkLength(int length, Object value) {
        if (length != dimension) {
            throw ConversionException.of(value, type.name(), "it has " + length + " elements, expected " + dimension);
        }
    }
}
