package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.type.JdbcType;
import io.chconnect.types.DataType;
import io.chconnect.types.TupleType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays, tuples and maps as Java arrays, maps and records. */
final class ContainerConversion {
    private ContainerConversion() {}

    /** The value as an object of a class; null when it cannot be. */
    static @Nullable Object convert(DataType type, Object value, Class<?> target) throws SQLException {
        if (target.isArray() && value instanceof Collection<?> elements) {
            return array(type, elements, target.getComponentType());
        }
        if (target == Map.class && named(type) != null && value instanceof List<?> list) {
            return map(type, list);
        }
        if (target.isRecord()) {
            return record(type, value, target);
        }
        return null;
    }

    private static Object array(DataType type, Collection<?> elements, Class<?> component) throws SQLException {
        DataType element = JdbcObjects.elementOf(type);
        Object array = Array.newInstance(component, elements.size());
        int i = 0;
        for (Object value : elements) {
            Array.set(array, i++, element(element == null ? type : element, value, component));
        }
        return array;
    }

    private static @Nullable Object element(DataType type, @Nullable Object value, Class<?> target)
            throws SQLException {
        if (value == null) {
            if (target.isPrimitive()) {
                throw SqlErrors.conversion("NULL is no " + target + ": ask for an array of its wrapper");
            }
            return null;
        }
        ColumnAccessor single = SingleValue.accessor(type, value);
        return ClassConversion.convert(single, 0, Wrappers.of(target));
    }

    private static Map<String, @Nullable Object> map(DataType type, List<?> values) throws SQLException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<TupleType.Element> elements = elements(type);
        for (int i = 0; i < values.size(); i++) {
            map.put(
                    String.valueOf(elements.get(i).name()),
                    JdbcObjects.of(elements.get(i).type(), values.get(i)));
        }
        return map;
    }

    private static Object record(DataType type, Object value, Class<?> target) throws SQLException {
        TupleType tuple = named(type);
        if (tuple == null || !(value instanceof List)) {
            throw SqlErrors.conversion(
                    "A value of type " + type.name() + " is not a named Tuple, so it cannot be a " + target.getName());
        }
        RecordComponent[] components = target.getRecordComponents();
        Class<?>[] classes = new Class<?>[components.length];
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            classes[i] = components[i].getType();
            int place = place(tuple, components[i].getName(), target);
            arguments[i] = element(tuple.elements().get(place).type(), ((List<?>) value).get(place), classes[i]);
        }
        try {
            return target.getDeclaredConstructor(classes).newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw SqlErrors.conversion("The record " + target.getName() + " refuses the values: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw SqlErrors.conversion("The record " + target.getName()
                    + " cannot be made: make it public, in a package that is open to io.chconnect.jdbc");
        }
    }

    private static int place(TupleType tuple, String component, Class<?> target) throws SQLException {
        for (int i = 0; i < tuple.elements().size(); i++) {
            if (component.equals(tuple.elements().get(i).name())) {
                return i;
            }
        }
        throw SqlErrors.conversion(
                "The type " + tuple.name() + " has no element \"" + component + "\" for " + target.getName());
    }

    private static @Nullable TupleType named(DataType type) {
        return JdbcType.unwrap(type) instanceof TupleType tuple && tuple.named() ? tuple : null;
    }

    private static List<TupleType.Element> elements(DataType type) {
        TupleType tuple = named(type);
        return tuple == null ? List.of() : tuple.elements();
    }
}
