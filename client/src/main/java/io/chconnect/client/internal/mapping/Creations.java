package io.chconnect.client.internal.mapping;

import io.chconnect.client.NoColumn;
import io.chconnect.error.ConfigurationException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out how objects of a class are made: a record by its canonical constructor; a class with a constructor without
 * arguments by that, its setters and its public fields; another class, such as a data class of Kotlin, by its only
 * constructor.
 */
final class Creations {
    private Creations() {}

    static Creation of(Class<?> target, Access access) {
        if (target.isInterface() || target.isArray() || Modifier.isAbstract(target.getModifiers())) {
            throw new ConfigurationException(target.getTypeName() + " cannot be made of a row: it is abstract");
        }
        if (target.isRecord()) {
            return ofRecord(target, access);
        }
        List<Constructor<?>> constructors = Arrays.stream(target.getDeclaredConstructors())
                .filter(constructor -> !constructor.isSynthetic())
                .toList();
        for (Constructor<?> constructor : constructors) {
            if (constructor.getParameterCount() == 0) {
                return ofBean(target, constructor, access);
            }
        }
        List<Constructor<?>> open = constructors.stream()
                .filter(constructor -> Modifier.isPublic(constructor.getModifiers()))
                .toList();
        List<Constructor<?>> candidates = open.isEmpty() ? constructors : open;
        if (candidates.size() != 1) {
            throw new ConfigurationException(
                    target.getTypeName() + " cannot be made of a row: expected a record, a class "
                            + "with a constructor without arguments, or one with a single constructor; it has "
                            + candidates.size());
        }
        return ofConstructor(target, candidates.get(0), access);
    }

    private static Creation ofRecord(Class<?> target, Access access) {
        RecordComponent[] components = target.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Property> properties = Arrays.stream(components)
                .map(component -> new Property(
                        target, component.getName(), Property.columnOf(component), component.getGenericType()))
                .toList();
        try {
            return new Creation(access.constructor(target.getDeclaredConstructor(types)), properties, List.of());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Creation ofConstructor(Class<?> target, Constructor<?> constructor, Access access) {
        Parameter[] parameters = constructor.getParameters();
        List<String> names = parameterNames(target, constructor);
        List<Property> properties = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            String column = Property.columnOf(parameters[i], field(target, names.get(i)));
            properties.add(new Property(target, names.get(i), column, parameters[i].getParameterizedType()));
        }
        return new Creation(access.constructor(constructor), properties, List.of());
    }

    /** The names as the compiler kept them, or those of the fields where they have just the types of the parameters. */
    private static List<String> parameterNames(Class<?> target, Constructor<?> constructor) {
        Parameter[] parameters = constructor.getParameters();
        if (Arrays.stream(parameters).allMatch(Parameter::isNamePresent)) {
            return Arrays.stream(parameters).map(Parameter::getName).toList();
        }
        List<Field> fields = instanceFields(target);
        List<Class<?>> types = fields.stream().<Class<?>>map(Field::getType).toList();
        if (types.equals(List.of(constructor.getParameterTypes()))) {
            return fields.stream().map(Field::getName).toList();
        }
        throw new ConfigurationException("The names of the parameters of " + constructor
                + " are not known: compile it with -parameters (Kotlin: -java-parameters), or use a record");
    }

    private static Creation ofBean(Class<?> target, Constructor<?> constructor, Access access) {
        List<Creation.Setter> setters = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Method method : setterMethods(target)) {
            String name = BeanNames.ofSetter(method);
            if (method.isAnnotationPresent(NoColumn.class)) {
                seen.add(name);
            } else if (seen.add(name)) {
                String column = Property.columnOf(method, field(target, name), getter(target, name));
                Property property = new Property(target, name, column, method.getGenericParameterTypes()[0]);
                MethodType returnsNothing = access.method(method).type().changeReturnType(void.class);
                setters.add(new Creation.Setter(property, access.method(method).asType(returnsNothing)));
            }
        }
        for (Field field : target.getFields()) {
            boolean settable = !Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers());
            if (settable && !field.isAnnotationPresent(NoColumn.class) && seen.add(field.getName())) {
                Property property =
                        new Property(target, field.getName(), Property.columnOf(field), field.getGenericType());
                setters.add(new Creation.Setter(property, access.setter(field)));
            }
        }
        return new Creation(access.constructor(constructor), List.of(), setters);
    }

    /** Setters in a fixed order, whatever order reflection gives; of a setter with several types, that of the getter first. */
    private static List<Method> setterMethods(Class<?> target) {
        return Arrays.stream(target.getMethods())
                .filter(BeanNames::isSetter)
                .sorted(Comparator.comparing(Method::getName)
                        .thenComparing(method -> !matchesGetter(target, method))
                        .thenComparing(method -> method.getParameterTypes()[0].getName()))
                .toList();
    }

    private static boolean matchesGetter(Class<?> target, Method setter) {
        Method getter = getter(target, BeanNames.ofSetter(setter));
        return getter != null && getter.getReturnType() == setter.getParameterTypes()[0];
    }

    private static @org.jspecify.annotations.Nullable Method getter(Class<?> target, String property) {
        return Arrays.stream(target.getMethods())
                .filter(method -> property.equals(BeanNames.ofGetter(method)))
                .findFirst()
                .orElse(null);
    }

    static List<Field> instanceFields(Class<?> target) {
        return Arrays.stream(target.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .toList();
    }

    static @org.jspecify.annotations.Nullable Field field(Class<?> target, String name) {
        for (Class<?> owner = target; owner != null; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }
}
