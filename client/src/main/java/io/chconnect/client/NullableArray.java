package io.chconnect.client;

import io.chconnect.error.ConfigurationException;
import java.lang.reflect.Array;

/**
 * The values of a Nullable column that are inserted as an array and a null map, without an object per value. Keeps the arrays,
 * which are not to be written to until they are inserted.
 */
public final class NullableArray {
    private final Object values;
    private final boolean[] nullMap;

    private NullableArray(Object values, boolean[] nullMap) {
        this.values = values;
        this.nullMap = nullMap;
    }

    /**
     * Values with a null map.
     *
     * @param values an array, usually of primitives; what it holds where a row is NULL does not matter
     * @param nullMap true for each row that is NULL; as long as the array
     * @return both together
     * @throws ConfigurationException if the values are no array, or one of another length
     */
    public static NullableArray of(Object values, boolean[] nullMap) {
        if (!values.getClass().isArray() || Array.getLength(values) != nullMap.length) {
            throw new ConfigurationException("A nullable array needs an array as long as its null map of "
                    + nullMap.length + " rows, not "
                    + (values.getClass().isArray() ? "one of " + Array.getLength(values) : values.getClass()));
        }
        return new NullableArray(values, nullMap);
    }

    /**
     * The values.
     *
     * @return the array that was given
     */
    public Object values() {
        return values;
    }

    /**
     * Which rows are NULL.
     *
     * @return the array that was given
     */
    public boolean[] nullMap() {
        return nullMap;
    }
}
