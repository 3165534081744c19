package io.chconnect.client.internal.value;

import io.chconnect.codec.column.ArrayColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConversionException;
import java.lang.reflect.Array;

/** Arrays as Java arrays; numbers go into {@code long[]} and {@code double[]} without boxes. */
final class ArrayReader {
    private ArrayReader() {}

    static ColumnReader of(Class<?> component, ColumnReader element) {
        if (component == long.class) {
            return (column, row) -> longs((ArrayColumn) column, row);
        }
        if (component == double.class) {
            return (column, row) -> doubles((ArrayColumn) column, row);
        }
        return (column, row) -> objects((ArrayColumn) column, row, component, element);
    }

    private static long[] longs(ArrayColumn array, int row) {
        Column elements = array.elements();
        long[] values = new long[array.length(row)];
        for (int i = 0; i < values.length; i++) {
            values[i] = elements.getLong(array.offsets()[row] + i);
        }
        return values;
    }

    private static double[] doubles(ArrayColumn array, int row) {
        Column elements = array.elements();
        double[] values = new double[array.length(row)];
        for (int i = 0; i < values.length; i++) {
            values[i] = elements.getDouble(array.offsets()[row] + i);
        }
        return values;
    }

    private static Object objects(ArrayColumn array, int row, Class<?> component, ColumnReader element) {
        int length = array.length(row);
        Object values = Array.newInstance(component, length);
        for (int i = 0; i < length; i++) {
            Object value = element.read(array.elements(), array.offsets()[row] + i);
            if (value == null && component.isPrimitive()) {
                throw new ConversionException("NULL in an array has no " + component + " value");
            }
            Array.set(values, i, value);
        }
        return values;
    }
}
