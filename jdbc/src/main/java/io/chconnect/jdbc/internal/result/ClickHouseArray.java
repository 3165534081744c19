package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.type.JdbcType;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.text.ValueText;
import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An array value: of a result, or made by {@code createArrayOf}. It holds no connection. */
public final class ClickHouseArray implements java.sql.Array {
    private final DataType element;
    private @Nullable List<?> values;

    public ClickHouseArray(DataType element, List<?> values) {
        this.element = element;
        this.values = values;
    }

    /** The values as the classes of the type codec. */
    public List<?> values() throws SQLException {
        List<?> all = values;
        if (all == null) {
            throw SqlErrors.wrongState("The array is freed");
        }
        return all;
    }

    /** The type of the elements. */
    public DataType element() {
        return element;
    }

    @Override
    public String getBaseTypeName() {
        return element.name();
    }

    @Override
    public int getBaseType() {
        return JdbcType.of(element).code();
    }

    @Override
    public Object getArray() throws SQLException {
        return javaArray(element, values());
    }

    @Override
    public Object getArray(@Nullable Map<String, Class<?>> map) throws SQLException {
        requireNoMap(map);
        return getArray();
    }

    @Override
    public Object getArray(long index, int count) throws SQLException {
        return javaArray(element, slice(index, count));
    }

    @Override
    public Object getArray(long index, int count, @Nullable Map<String, Class<?>> map) throws SQLException {
        requireNoMap(map);
        return getArray(index, count);
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        return ArrayResult.of(element, values(), 1);
    }

    @Override
    public ResultSet getResultSet(@Nullable Map<String, Class<?>> map) throws SQLException {
        requireNoMap(map);
        return getResultSet();
    }

    @Override
    public ResultSet getResultSet(long index, int count) throws SQLException {
        return ArrayResult.of(element, slice(index, count), index);
    }

    @Override
    public ResultSet getResultSet(long index, int count, @Nullable Map<String, Class<?>> map) throws SQLException {
        requireNoMap(map);
        return getResultSet(index, count);
    }

    @Override
    public void free() {
        values = null;
    }

    /** The server's text form. */
    @Override
    public String toString() {
        List<?> all = values;
        return all == null ? "freed" : ValueText.of(new ArrayType(element), all);
    }

    /** A Java array of the class that JDBC gives for the elements. */
    static Object javaArray(DataType element, List<?> values) throws SQLException {
        Object array = Array.newInstance(componentClass(element), values.size());
        DataType inner = JdbcObjects.elementOf(element);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            Object item = inner != null && value instanceof List<?> list
                    ? javaArray(inner, list)
                    : JdbcObjects.of(element, value);
            Array.set(array, i, item);
        }
        return array;
    }

    private static Class<?> componentClass(DataType element) {
        DataType inner = JdbcObjects.elementOf(element);
        if (inner != null) {
            return Array.newInstance(componentClass(inner), 0).getClass();
        }
        return JdbcType.of(element).javaClass();
    }

    private List<?> slice(long index, int count) throws SQLException {
        List<?> all = values();
        if (index < 1 || count < 0 || index > all.size() + 1L) {
            throw SqlErrors.invalidArgument("Elements " + index + " and " + count + " from there on: the array has "
                    + all.size() + ", counted from 1");
        }
        int from = (int) index - 1;
        return all.subList(from, (int) Math.min(all.size(), (long) from + count));
    }

    private static void requireNoMap(@Nullable Map<String, Class<?>> map) throws SQLException {
        if (map != null && !map.isEmpty()) {
            throw SqlErrors.notSupported("A map of user-defined types");
        }
    }
}
