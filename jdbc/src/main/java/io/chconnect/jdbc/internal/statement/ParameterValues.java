package io.chconnect.jdbc.internal.statement;

import io.chconnect.codec.BlockBuilder;
import io.chconnect.jdbc.internal.bind.PlainValues;
import io.chconnect.jdbc.internal.error.SqlErrors;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of a statement's parameters, numbers without a box. Places are counted from 0. Not thread-safe. */
final class ParameterValues {
    /** How a value is kept, in bytes: the garbage collector looks at every reference that is stored, however short the way. */
    private static final byte MISSING = 0;

    private static final byte OBJECT = 1;
    private static final byte LONG = 2;
    private static final byte DOUBLE = 3;

    private final byte[] kinds;
    private final @Nullable Object[] objects;
    private final long[] numbers;

    /** The class of a place's last value that the codec takes as it is: the next one mostly has the same. */
    private final @Nullable Class<?>[] plain;

    ParameterValues(int count) {
        kinds = new byte[count];
        objects = new @Nullable Object[count];
        numbers = new long[count];
        plain = new @Nullable Class<?>[count];
        clear();
    }

    private ParameterValues(ParameterValues other) {
        kinds = other.kinds.clone();
        objects = other.objects.clone();
        numbers = other.numbers.clone();
        plain = other.plain.clone();
    }

    /** The same values, which stay. */
    ParameterValues copy() {
        return new ParameterValues(this);
    }

    int count() {
        return objects.length;
    }

    void set(int place, @Nullable Object value) {
        kinds[place] = OBJECT;
        objects[place] = value;
    }

    void setLong(int place, long value) {
        kinds[place] = LONG;
        numbers[place] = value;
    }

    void setDouble(int place, double value) {
        kinds[place] = DOUBLE;
        numbers[place] = Double.doubleToRawLongBits(value);
    }

    void clear() {
        Arrays.fill(kinds, MISSING);
        Arrays.fill(objects, null);
    }

    /** Refuses to go on while a value is missing. */
    void requireAll() throws SQLException {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == MISSING) {
                throw SqlErrors.invalidArgument("Parameter " + (i + 1) + " of " + kinds.length + " has no value");
            }
        }
    }

    /** A value as an object; one that is missing counts as NULL. */
    @Nullable
    Object get(int place) {
        return switch (kinds[place]) {
            case OBJECT -> objects[place];
            case LONG -> Long.valueOf(numbers[place]);
            case DOUBLE -> Double.valueOf(Double.longBitsToDouble(numbers[place]));
            default -> null;
        };
    }

    /** Adds a value to the column at the same place. */
    void appendTo(BlockBuilder target, int place) throws SQLException {
        switch (kinds[place]) {
            case LONG -> target.appendLong(place, numbers[place]);
            case DOUBLE -> target.appendDouble(place, Double.longBitsToDouble(numbers[place]));
            default -> target.append(place, plain(place));
        }
    }

    private @Nullable Object plain(int place) throws SQLException {
        Object value = objects[place];
        if (value == null || value.getClass() == plain[place]) {
            return value;
        }
        if (PlainValues.areTakenAsTheyAre(value.getClass())) {
            plain[place] = value.getClass();
            return value;
        }
        return PlainValues.of(value);
    }
}
