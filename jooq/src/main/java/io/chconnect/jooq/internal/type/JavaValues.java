package io.chconnect.jooq.internal.type;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.EnumType;
import org.jooq.types.UNumber;
import org.jspecify.annotations.Nullable;

/** Values of users' classes as values that inserts take. */
public final class JavaValues {
    private JavaValues() {}

    /** Records as lists, enum constants as their names, arrays as lists, at any depth; all else as it is. */
    public static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof EnumType constant) {
            return constant.getLiteral();
        }
        if (value instanceof UNumber number) {
            return number.toBigInteger();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Record row && !row.getClass().getName().startsWith("io.chconnect.types.value.")) {
            return components(row);
        }
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> list = new ArrayList<>(items.size());
            items.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((key, item) -> plain.put(plain(key), plain(item)));
            return plain;
        }
        if (value != null && value.getClass().isArray() && !(value instanceof byte[])) {
            int length = java.lang.reflect.Array.getLength(value);
            List<@Nullable Object> list = new ArrayList<>(length);
            for (int i = 0; i < length; i++) {
                list.add(plain(java.lang.reflect.Array.get(value, i)));
            }
            return list;
        }
        return value;
    }

    private static List<@Nullable Object> components(Record row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            try {
                values.add(plain(component.getAccessor().invoke(row)));
            } catch (InvocationTargetException | IllegalAccessException e) {
                throw new IllegalArgumentException(
                        "The component " + component.getName() + " of "
                                + row.getClass().getName()
                                + " cannot be read: make the record public, in a package that is open",
                        e);
            }
        }
        return values;
    }
}
