package io.chconnect.client.internal.mapping;

import io.chconnect.client.internal.value.NaturalClasses;
import io.chconnect.client.internal.value.Scalars;
import io.chconnect.error.ConversionException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.MapType;
import io.chconnect.types.TupleType;
import io.chconnect.types.TypeKind;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns values of users' classes into values that columns take: objects for tuples, Java enums for texts, truth values for
 * whole numbers, what an Optional holds; also within collections, arrays and maps.
 */
final class ValueWriters {
    private final Access access;

    ValueWriters(Access access) {
        this.access = access;
    }

    /** What turns values of a Java type into those of a column; null when they are taken as they are. */
    @Nullable
    Function<Object, @Nullable Object> of(Type source, DataType type) {
        Class<?> raw = raw(source);
        if (raw == Optional.class) {
            Function<Object, @Nullable Object> inner = of(argument(source, 0), type);
            return value -> {
                Object present = ((Optional<?>) value).orElse(null);
                return present == null || inner == null ? present : inner.apply(present);
            };
        }
        DataType storage = NaturalClasses.storage(type);
        if (raw == Character.class || raw == char.class) {
            return Object::toString;
        }
        if ((raw == Boolean.class || raw == boolean.class) && storage instanceof IntegerType) {
            return value -> (Boolean) value ? 1 : 0;
        }
        boolean text = storage.kind() == TypeKind.STRING || storage.kind() == TypeKind.FIXED_STRING;
        if (raw.isEnum() && text) {
            return value -> ((Enum<?>) value).name();
        }
        if (storage instanceof ArrayType array) {
            return elements(raw, source, array.element());
        }
        if (storage instanceof MapType map && Map.class.isAssignableFrom(raw)) {
            return entries(of(argument(source, 0), map.key()), of(argument(source, 1), map.value()));
        }
        boolean object = !Scalars.isScalar(raw) && !raw.isArray() && !Iterable.class.isAssignableFrom(raw);
        return storage instanceof TupleType tuple && object && raw != Object.class ? tuple(raw, tuple) : null;
    }

    private @Nullable Function<Object, @Nullable Object> elements(Class<?> raw, Type source, DataType element) {
        if (raw.isArray() && !raw.getComponentType().isPrimitive()) {
            Function<Object, @Nullable Object> inner = of(raw.getComponentType(), element);
            return inner == null ? null : value -> each(Arrays.asList((Object[]) value), inner);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            Function<Object, @Nullable Object> inner = of(argument(source, 0), element);
            return inner == null ? null : value -> each((Collection<?>) value, inner);
        }
        return null;
    }

    private static List<@Nullable Object> each(Collection<?> values, Function<Object, @Nullable Object> inner) {
        List<@Nullable Object> converted = new ArrayList<>(values.size());
        for (Object value : values) {
            converted.add(value == null ? null : inner.apply(value));
        }
        return converted;
    }

    private static @Nullable Function<Object, @Nullable Object> entries(
            @Nullable Function<Object, @Nullable Object> key, @Nullable Function<Object, @Nullable Object> value) {
        if (key == null && value == null) {
            return null;
        }
        return map -> {
            List<Map.Entry<@Nullable Object, @Nullable Object>> converted = new ArrayList<>();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
                converted.add(new SimpleImmutableEntry<>(apply(key, entry.getKey()), apply(value, entry.getValue())));
            }
            return converted;
        };
    }

    private static @Nullable Object apply(@Nullable Function<Object, @Nullable Object> inner, @Nullable Object value) {
        return inner == null || value == null ? value : inner.apply(value);
    }

    private Function<Object, @Nullable Object> tuple(Class<?> raw, TupleType tuple) {
        Access own = access.to(raw);
        List<Getter> getters = Getters.of(raw, own);
        List<String> names =
                TupleObjects.names(tuple, getters.stream().map(Getter::property).toList(), raw.isRecord());
        NameMatching matching = new NameMatching(names);
        MethodHandle[] handles = new MethodHandle[names.size()];
        List<@Nullable Function<Object, @Nullable Object>> inner = new ArrayList<>();
        names.forEach(name -> inner.add(null));
        for (Getter getter : getters) {
            int place = matching.require(getter.property());
            handles[place] = getter.handle().asType(getter.handle().type().generic());
            inner.set(
                    place,
                    new ValueWriters(own)
                            .of(
                                    getter.property().type(),
                                    tuple.elements().get(place).type()));
        }
        for (int i = 0; i < handles.length; i++) {
            if (handles[i] == null) {
                throw new ConversionException(
                        raw.getTypeName() + " has nothing for the element \"" + names.get(i) + "\" of " + tuple.name());
            }
        }
        return object -> {
            List<@Nullable Object> values = new ArrayList<>(handles.length);
            for (int i = 0; i < handles.length; i++) {
                values.add(apply(inner.get(i), Invocation.get(handles[i], object)));
            }
            return values;
        };
    }

    private static Class<?> raw(Type type) {
        return type instanceof Class<?> plain
                ? plain
                : type instanceof ParameterizedType parameterized
                        ? (Class<?>) parameterized.getRawType()
                        : Object.class;
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[index]
                : Object.class;
    }
}
