package io.chconnect.jdbc.internal.statement;

import io.chconnect.codec.BlockBuilder;
import io.chconnect.jdbc.internal.bind.PlainValues;
import io.chconnect.jdbc.internal.error.SqlErrors;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of a statement's parameters, numbers without a box. Places are counted from 0. Not thread-safe. */
final class ParameterValues {
    private static final Object MISSING = new Object();
    private static final Object LONG = new Object();
    private static final Object DOUBLE = new Object();

    private final @Nullable Object[] objects;
    private final long[] numbers;

    ParameterValues(int count) {
        objects = new @Nullable Object[count];
        numbers = new long[count];
        clear();
    }

    private ParameterValues(ParameterValues other) {
        objects = other.objects.clone();
        numbers = other.numbers.clone();
    }

    /** The same values, which stay. */
    ParameterValues copy() {
        return new ParameterValues(this);
    }

    int count() {
        return objects.length;
    }

    void set(int place, @Nullable Object value) {
        objects[place] = value;
    }

    void setLong(int place, long value) {
        objects[place] = LONG;
        numbers[place] = value;
    }

    void setDouble(int place, double value) {
        objects[place] = DOUBLE;
        numbers[place] = Double.doubleToRawLongBits(value);
    }

    void clear() {
        Arrays.fill(objects, MISSING);
    }

    /** Refuses to go on while a value is missing. */
    void requireAll() throws SQLException {
        for (int i = 0; i < objects.length; i++) {
            if (objects[i] == MISSING) {
                throw SqlErrors.invalidArgument("Parameter " + (i + 1) + " of " + objects.length + " has no value");
            }
        }
    }

    /** A value as an object; one that is missing counts as NULL. */
    @Nullable
    Object get(int place) {
        Object value = objects[place];
        if (value == LONG) {
            return numbers[place];
        }
        if (value == DOUBLE) {
            return Double.longBitsToDouble(numbers[place]);
        }
        return value == MISSING ? null : value;
    }

    /** Adds a value to the column at the same place. */
    void appendTo(BlockBuilder target, int place) throws SQLException {
        Object value = objects[place];
        if (value == LONG) {
            target.appendLong(place, numbers[place]);
        } else if (value == DOUBLE) {
            target.appendDouble(place, Double.longBitsToDouble(numbers[place]));
        } else {
            target.append(place, value == null ? null : PlainValues.of(value));
        }
    }
}
