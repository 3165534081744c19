package io.chconnect.jdbc.internal.statement;

import io.chconnect.codec.BlockBuilder;
import io.chconnect.jdbc.internal.bind.PlainValues;
import io.chconnect.jdbc.internal.error.SqlErrors;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of a statement's parameters, numbers without a box. Places are counted from 0. Not thread-safe. */
final class ParameterValues {
    /** How a value is kept. */
    private enum Kind {
        MISSING,
        OBJECT,
        LONG,
        DOUBLE
    }

    private final Kind[] kinds;
    private final @Nullable Object[] objects;
    private final long[] numbers;

    ParameterValues(int count) {
        kinds = new Kind[count];
        objects = new @Nullable Object[count];
        numbers = new long[count];
        clear();
    }

    private ParameterValues(ParameterValues other) {
        kinds = other.kinds.clone();
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
        kinds[place] = Kind.OBJECT;
        objects[place] = value;
    }

    void setLong(int place, long value) {
        kinds[place] = Kind.LONG;
        numbers[place] = value;
    }

    void setDouble(int place, double value) {
        kinds[place] = Kind.DOUBLE;
        numbers[place] = Double.doubleToRawLongBits(value);
    }

    void clear() {
        Arrays.fill(kinds, Kind.MISSING);
        Arrays.fill(objects, null);
    }

    /** Refuses to go on while a value is missing. */
    void requireAll() throws SQLException {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == Kind.MISSING) {
                throw SqlErrors.invalidArgument("Parameter " + (i + 1) + " of " + kinds.length + " has no value");
            }
        }
    }

    /** A value as an object; one that is missing counts as NULL. */
    @Nullable
    Object get(int place) {
        return switch (kinds[place]) {
            case MISSING -> null;
            case OBJECT -> objects[place];
            case LONG -> Long.valueOf(numbers[place]);
            case DOUBLE -> Double.valueOf(Double.longBitsToDouble(numbers[place]));
        };
    }

    /** Adds a value to the column at the same place. */
    void appendTo(BlockBuilder target, int place) throws SQLException {
        switch (kinds[place]) {
            case LONG -> target.appendLong(place, numbers[place]);
            case DOUBLE -> target.appendDouble(place, Double.longBitsToDouble(numbers[place]));
            case MISSING, OBJECT -> {
                Object value = objects[place];
                target.append(place, value == null ? null : PlainValues.of(value));
            }
        }
    }
}
