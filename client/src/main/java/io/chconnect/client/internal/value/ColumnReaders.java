package io.chconnect.client.internal.value;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.IntegralColumn;
import io.chconnect.codec.column.LowCardinalityColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NullableType;
import io.chconnect.types.TupleType;
import io.chconnect.types.TypeKind;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes readers of columns: for a ClickHouse type and the Java type that its values shall have. */
public final class ColumnReaders {
    private final ObjectReaders objects;

    public ColumnReaders(ObjectReaders objects) {
        this.objects = objects;
    }

    /**
     * A reader.
     *
     * @throws ConversionException if no value of the type can become one of the Java type
     */
    public ColumnReader of(DataType type, Type target) {
        Class<?> raw = Scalars.boxed(raw(target));
        if (raw == Object.class) {
            return ColumnReader.NATURAL;
        }
        if (raw == Optional.class) {
            ColumnReader inner = of(type, argument(target, 0));
            return (column, row) -> Optional.ofNullable(inner.read(column, row));
        }
        ColumnReader reader = present(NaturalClasses.storage(type), raw, target);
        if (reader == null) {
            throw new ConversionException("type " + type.name() + " has no values that are a "
                    + raw(target).getTypeName());
        }
        return type instanceof NullableType || type instanceof LowCardinalityType ? unwrapping(reader) : reader;
    }

    /** A reader of values that are not NULL; null when there is none. */
    private @Nullable ColumnReader present(DataType type, Class<?> raw, Type target) {
        if (type instanceof ArrayType array) {
            ColumnReader reader = array(array, raw, target);
            if (reader != null) {
                return reader;
            }
        }
        if (type instanceof MapType map && raw.isAssignableFrom(Map.class)) {
            return new MapReader(of(map.key(), argument(target, 0)), of(map.value(), argument(target, 1)));
        }
        if (type instanceof MapType map && raw.isAssignableFrom(java.util.List.class)) {
            Type entry = argument(target, 0);
            return new EntriesReader(of(map.key(), argument(entry, 0)), of(map.value(), argument(entry, 1)));
        }
        if (type instanceof TupleType tuple) {
            ColumnReader reader = tuple(tuple, raw, target);
            if (reader != null) {
                return reader;
            }
        }
        if (raw == Instant.class && (type.kind() == TypeKind.DATETIME || type.kind() == TypeKind.DATETIME64)) {
            return (column, row) -> ((IntegralColumn) column).getInstant(row);
        }
        if (raw == byte[].class) {
            return BytesReader.of(type);
        }
        Class<?> natural = NaturalClasses.of(type);
        return natural == Object.class || Scalars.convertible(natural, raw) ? converting(type, raw) : null;
    }

    private @Nullable ColumnReader array(ArrayType type, Class<?> raw, Type target) {
        if (raw.isArray()) {
            Class<?> component = raw.getComponentType();
            return ArrayReader.of(component, of(type.element(), component));
        }
        if (raw.isAssignableFrom(java.util.List.class)) {
            return new ListReader(of(type.element(), argument(target, 0)));
        }
        return raw == java.util.Set.class ? new SetReader(of(type.element(), argument(target, 0))) : null;
    }

    private @Nullable ColumnReader tuple(TupleType type, Class<?> raw, Type target) {
        if (raw.isAssignableFrom(java.util.List.class)) {
            Type element = argument(target, 0);
            return TupleReader.list(
                    type.elements().stream().map(e -> of(e.type(), element)).toList());
        }
        if (raw == Map.class && type.named()) {
            Type value = argument(target, 1);
            return TupleReader.map(
                    type, type.elements().stream().map(e -> of(e.type(), value)).toList());
        }
        return Scalars.isScalar(raw) || raw.isArray() ? null : objects.of(type, raw);
    }

    static ColumnReader converting(DataType type, Class<?> target) {
        return (column, row) -> {
            Object value = column.get(row);
            return value == null ? null : Scalars.convert(type, value, target);
        };
    }

    static ColumnReader unwrapping(ColumnReader reader) {
        return (column, row) -> {
            if (column.isNull(row)) {
                return null;
            }
            Column values = column instanceof NullableColumn nullable ? nullable.values() : column;
            return values instanceof LowCardinalityColumn keyed
                    ? reader.read(keyed.dictionary(), keyed.keys()[row])
                    : reader.read(values, row);
        };
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        throw new ConversionException("the Java type " + type.getTypeName() + " is not one that values can become");
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[index]
                : Object.class;
    }
}
