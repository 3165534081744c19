package io.chconnect.client.internal.parameter;

import io.chconnect.error.ConversionException;
import io.chconnect.types.MapType;
import io.chconnect.types.TupleType;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contents of Java's arrays, collections, records and maps. */
final class Containers {
    private Containers() {}

    static Collection<?> items(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (value.getClass().isArray()) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(Array.get(value, i));
            }
            return items;
        }
        throw ConversionException.of(value, "an Array", "expected a Collection or an array");
    }

    static List<@Nullable Object> elements(TupleType type, Object value) {
        List<@Nullable Object> items = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            for (TupleType.Element element : type.elements()) {
                if (!map.containsKey(element.name())) {
                    throw ConversionException.of(value, type.name(), "there is no element named " + element.name());
                }
                items.add(map.get(element.name()));
            }
        } else if (value instanceof Record row) {
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                items.add(component(row, component));
            }
        } else {
            items.addAll(items(value));
        }
        if (items.size() != type.elements().size()) {
            throw ConversionException.of(
                    value,
                    type.name(),
                    "it has " + items.size() + " elements, expected "
                            + type.elements().size());
        }
        return items;
    }

    static Collection<? extends Map.Entry<?, ?>> entries(MapType type, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet();
        }
        List<Map.Entry<?, ?>> entries = new ArrayList<>();
        for (Object item : items(value)) {
            if (!(item instanceof Map.Entry<?, ?> entry)) {
                throw ConversionException.of(value, type.name(), "expected a Map or a Collection of entries");
            }
            entries.add(entry);
        }
        return entries;
    }

    private static @Nullable Object component(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw ConversionException.of(
                    row, "a Tuple", "its component " + component.getName() + " cannot be read; give a List");
        }
    }
}
