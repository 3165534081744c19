package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.QBitType;
import java.lang.reflect.Array;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Builds a {@link QBitColumn} from arrays and collections of exactly as many numbers as the type has. Not thread-safe. */
public final class QBitColumnBuilder implements ColumnBuilder {
    private final QBitType type;
    private final ColumnBuilder elements;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param elements builds the elements
     */
    public QBitColumnBuilder(QBitType type, ColumnBuilder elements) {
        this.type = type;
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
        for (int i = 0; i < type.dimension(); i++) {
            elements.appendFrom(((QBitColumn) column).elements(), row * type.dimension() + i);
        }
        size++;
    }

    @Override
    public void appendDefault() {
        for (int i = 0; i < type.dimension(); i++) {
            elements.appendDefault();
        }
        size++;
    }

    @Override
    public void truncate(int newSize) {
        size = Math.min(size, newSize);
        elements.truncate(size * type.dimension());
    }

    @Override
    public long byteSize() {
        return elements.byteSize();
    }

    @Override
    public QBitColumn build() {
        return new QBitColumn(type, elements.build());
    }

    private void appendElement(@Nullable Object element) {
        if (element == null) {
            elements.appendNull();
        } else {
            elements.append(element);
        }
    }

    private void checkLength(int length, Object value) {
        if (length != type.dimension()) {
            throw ConversionException.of(
                    value, type.name(), "it has " + length + " elements, expected " + type.dimension());
        }
    }
}
