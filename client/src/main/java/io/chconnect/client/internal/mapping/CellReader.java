package io.chconnect.client.internal.mapping;

import io.chconnect.client.internal.value.ColumnReader;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConversionException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Reads one column for one property; whole numbers, doubles and truth values without a box. */
final class CellReader {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final int column;
    private final String name;
    private final Property property;
    private final ColumnReader reader;

    CellReader(int column, String name, Property property, ColumnReader reader) {
        this.column = column;
        this.name = name;
        this.property = property;
        this.reader = reader;
    }

    /** A handle from a {@link Position} to the value as the property's class. */
    MethodHandle handle(Class<?> target) {
        if (target == long.class || target == int.class || target == double.class) {
            return find(target.getName() + "Value", target);
        }
        return find(target.isPrimitive() ? "presentValue" : "value", Object.class)
                .asType(MethodType.methodType(target, Position.class));
    }

    private MethodHandle find(String method, Class<?> result) {
        try {
            return LOOKUP.findVirtual(CellReader.class, method, MethodType.methodType(result, Position.class))
                    .bindTo(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    long longValue(Position position) {
        Column values = position.columns[column];
        try {
            return values.isNull(position.row) ? none(position) : values.getLong(position.row);
        } catch (ConversionException e) {
            throw e.at(name, position.row);
        }
    }

    int intValue(Position position) {
        long value = longValue(position);
        if (value != (int) value) {
            throw ConversionException.of(value, "int for " + property, "it is out of range")
                    .at(name, position.row);
        }
        return (int) value;
    }

    double doubleValue(Position position) {
        Column values = position.columns[column];
        try {
            return values.isNull(position.row) ? none(position) : values.getDouble(position.row);
        } catch (ConversionException e) {
            throw e.at(name, position.row);
        }
    }

    Object presentValue(Position position) {
        Object value = value(position);
        return value == null ? none(position) : value;
    }

    @Nullable
    Object value(Position position) {
        try {
            return reader.read(position.columns[column], position.row);
        } catch (ConversionException e) {
            throw e.at(name, position.row);
        }
    }

    private long none(Position position) {
        throw new ConversionException("NULL for the primitive " + property + ": give it an object's class")
                .at(name, position.row);
    }
}
