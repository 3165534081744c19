package io.chconnect.client.internal.mapping;

import io.chconnect.client.NoColumn;
import io.chconnect.error.ConfigurationException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the properties of a class that are inserted: the components of a record; the getters of another class that stand for
 * a field or have a setter, and its public fields.
 */
final class Getters {
    private Getters() {}

    static List<Getter> of(Class<?> target, Access access) {
        List<Getter> getters = target.isRecord() ? ofRecord(target, access) : ofBean(target, access);
        if (getters.isEmpty()) {
            throw new ConfigurationException(target.getTypeName()
                    + " has nothing to insert: expected a record, or a class with getters or public fields");
        }
        return getters;
    }

    private static List<Getter> ofRecord(Class<?> target, Access access) {
        List<Getter> getters = new ArrayList<>();
        for (RecordComponent component : target.getRecordComponents()) {
            if (!component.isAnnotationPresent(NoColumn.class)) {
                Property property = new Property(
                        target, component.getName(), Property.columnOf(component), component.getGenericType());
                getters.add(new Getter(property, access.method(component.getAccessor())));
            }
        }
        return getters;
    }

    private static List<Getter> ofBean(Class<?> target, Access access) {
        List<Getter> getters = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Method method : getterMethods(target)) {
            String name = BeanNames.ofGetter(method);
            if (name == null) {
                continue;
            }
            Field field = Creations.field(target, name);
            Method setter = setter(target, name);
            if (method.isAnnotationPresent(NoColumn.class)
                    || (field != null && field.isAnnotationPresent(NoColumn.class))) {
                seen.add(name);
            } else if ((field != null || setter != null) && seen.add(name)) {
                Property property = new Property(
                        target, name, Property.columnOf(method, field, setter), method.getGenericReturnType());
                getters.add(new Getter(property, access.method(method)));
            }
        }
        for (Field field : target.getFields()) {
            boolean inserted = !Modifier.isStatic(field.getModifiers()) && !field.isAnnotationPresent(NoColumn.class);
            if (inserted && seen.add(field.getName())) {
                Property property =
                        new Property(target, field.getName(), Property.columnOf(field), field.getGenericType());
                getters.add(new Getter(property, access.getter(field)));
            }
        }
        return getters;
    }

    private static List<Method> getterMethods(Class<?> target) {
        return Arrays.stream(target.getMethods())
                .filter(method -> BeanNames.ofGetter(method) != null)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable Method setter(Class<?> target, String property) {
        return Arrays.stream(target.getMethods())
                .filter(method ->
                        BeanNames.isSetter(method) && BeanNames.ofSetter(method).equals(property))
                .findFirst()
                .orElse(null);
    }
}
