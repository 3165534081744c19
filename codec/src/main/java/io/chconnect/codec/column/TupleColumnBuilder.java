package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.TupleType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link TupleColumn} from lists, arrays, records and, for named elements, maps. Not thread-safe. */
public final class TupleColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private final TupleType tuple;
    private final List<ColumnBuilder> elements;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param tuple the elements of the type
     * @param elements one builder per element
     */
    public TupleColumnBuilder(DataType type, TupleType tuple, List<ColumnBuilder> elements) {
        this.type = type;
        this.tuple = tuple;
        this.elements = elements;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        List<? extends @Nullable Object> values = values(value);
        if (values.size() != elements.size()) {
            throw ConversionException.of(
                    value, type.name(), "it has " + values.size() + " elements, expected " + elements.size());
        }
        for (int i = 0; i < elements.size(); i++) {
            Object element = values.get(i);
            if (element == null) {
                elements.get(i).appendNull();
            } else {
                elements.get(i).append(element);
            }
        }
        size++;
    }

    @Override
    public void appendFrom(Column column, int row) {
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).appendFrom(((TupleColumn) column).elements().get(i), row);
        }
        size++;
    }

    @Override
    public void appendDefault() {
        elements.forEach(ColumnBuilder::appendDefault);
        size++;
    }

    @Override
    public void truncate(int newSize) {
        elements.forEach(element -> element.truncate(newSize));
        size = newSize;
    }

    @Override
    public long byteSize() {
        return elements.stream().mapToLong(ColumnBuilder::byteSize).sum();
    }

    @Override
    public TupleColumn build() {
        return new TupleColumn(
                type, size, elements.stream().map(ColumnBuilder::build).toList());
    }

    private List<? extends @Nullable Object> values(Object value) {
        if (value instanceof List) {
            return (List<?>) value;
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (value instanceof Map && tuple.named()) {
            return byName((Map<?, ?>) value);
        }
        if (value instanceof Record components) {
            return ofRecord(components);
        }
        if (value.getClass().isArray()) {
            return ofArray(value);
        }
        throw ConversionException.of(
                value,
                type.name(),
                "expected a List, an array, a record" + (tuple.named() ? " or a Map with the names" : ""));
    }

    private List<@Nullable Object> ofRecord(Record value) {
        List<@Nullable Object> values = RecordValues.of(value, tuple);
        if (values == null) {
            throw ConversionException.of(
                    value, type.name(), "the components of the record are not the elements of the tuple");
        }
        return values;
    }

    private static List<@Nullable Object> ofArray(Object array) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            values.add(Array.get(array, i));
        }
        return values;
    }

    private List<@Nullable Object> byName(Map<?, ?> map) {
        List<@Nullable Object> values = new ArrayList<>();
        for (TupleType.Element element : tuple.elements()) {
            if (!map.containsKey(element.name())) {
                throw ConversionException.of(map, type.name(), "it has no element \"" + element.name() + "\"");
            }
            values.add(map.get(element.name()));
        }
        if (map.size() != values.size()) {
            throw ConversionException.of(map, type.name(), "it has elements that the type does not have");
        }
        return values;
    }
}
