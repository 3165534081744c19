package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.TupleType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records as the values of tuples: by name where the tuple has names, else in order. */
final class RecordValues {
    private static final ClassValue<Map<String, MethodHandle>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            return accessors(type);
        }
    };

    private RecordValues() {}

    /** The values of the tuple's elements; null where the record has other components. */
    static @Nullable List<@Nullable Object> of(Record tuple, TupleType type) {
        Map<String, MethodHandle> accessors = ACCESSORS.get(tuple.getClass());
        if (accessors.size() != type.elements().size()) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>();
        if (!type.named()) {
            for (RecordComponent component : tuple.getClass().getRecordComponents()) {
                values.add(get(tuple, accessors.get(component.getName())));
            }
            return values;
        }
        for (TupleType.Element element : type.elements()) {
            MethodHandle accessor = accessors.get(String.valueOf(element.name()));
            if (accessor == null) {
                return null;
            }
            values.add(get(tuple, accessor));
        }
        return values;
    }

    private static Map<String, MethodHandle> accessors(Class<?> type) {
        Map<String, MethodHandle> accessors = new TreeMap<>();
        Lookup lookup = MethodHandles.lookup();
        for (RecordComponent component : type.getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                accessors.put(component.getName(), lookup.unreflect(component.getAccessor()));
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw new ConversionException("the record " + type.getName()
                        + " is not open to io.chconnect.codec: make it and its package accessible, or give a List: "
                        + e);
            }
        }
        return accessors;
    }

    private static @Nullable Object get(Record tuple, @Nullable MethodHandle accessor) {
        try {
            return accessor == null ? null : accessor.invoke(tuple);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ConversionException(
                    "an accessor of the record " + tuple.getClass().getName() + " failed: " + e);
        }
    }
}
