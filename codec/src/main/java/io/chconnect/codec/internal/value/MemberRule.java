package io.chconnect.codec.internal.value;

import io.chconnect.error.ConversionException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.EnumType;
import io.chconnect.types.GeoType;
import io.chconnect.types.IntervalType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;
import io.chconnect.types.value.Interval;
import io.chconnect.types.value.ValueClasses;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which member of a Variant a Java value belongs to: the only one whose values rows deliver as this class, else the only one
 * of the same family, such as whole numbers. Nothing is converted from one family to another, and no text is parsed.
 */
public final class MemberRule {
    private static final Set<Class<?>> WHOLE =
            Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

    /** What is written to a type as well as the class that rows deliver. */
    private static final Map<Class<?>, List<Class<?>>> RELATED = Map.of(
            Float.class, List.of(Double.class),
            Double.class, List.of(Float.class),
            String.class, List.of(CharSequence.class, byte[].class),
            ZonedDateTime.class, List.of(Instant.class, OffsetDateTime.class, LocalDateTime.class),
            Duration.class, List.of(LocalTime.class));

    private MemberRule() {}

    /** The place of the value's member. */
    public static int choose(DataType type, List<DataType> members, Object value) {
        List<Integer> related = new ArrayList<>();
        List<Integer> exact = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (isRelated(members.get(i), value)) {
                related.add(i);
                if (ValueClasses.accepts(members.get(i), value)) {
                    exact.add(i);
                }
            }
        }
        if (exact.size() == 1) {
            return exact.get(0);
        }
        if (related.size() == 1) {
            return related.get(0);
        }
        String names = String.join(
                ", ", related.stream().map(i -> members.get(i).name()).toList());
        throw ConversionException.of(
                value,
                type.name(),
                related.isEmpty()
                        ? "none of its members takes a " + value.getClass().getSimpleName()
                        : "it can be one of " + names + ": say which by a TypedVariant");
    }

    private static boolean isRelated(DataType type, @Nullable Object value) {
        if (value == null) {
            return true;
        }
        return switch (type.kind().shape()) {
            case SCALAR -> isRelatedScalar(type, value);
            case AGGREGATE_FUNCTION -> value instanceof CharSequence || value instanceof byte[];
            case NULLABLE -> isRelated(((NullableType) type).inner(), value);
            case LOW_CARDINALITY -> isRelated(((LowCardinalityType) type).inner(), value);
            case SIMPLE_AGGREGATE_FUNCTION -> isRelated(((SimpleAggregateFunctionType) type).storage(), value);
            case GEO -> isRelated(((GeoType) type).storage(), value);
            case NESTED -> isRelated(((NestedType) type).asArray(), value);
            case ARRAY -> areRelated(((ArrayType) type).element(), elements(value));
            case QBIT -> areRelated(((QBitType) type).element(), elements(value));
            case TUPLE -> isTuple((TupleType) type, value);
            case MAP -> value instanceof Map<?, ?> map && isMap((MapType) type, map);
            case JSON -> value instanceof Map;
            case CHOICE -> true;
        };
    }

    /** By the class that rows deliver and those that are written alike. */
    private static boolean isRelatedScalar(DataType type, Object value) {
        if (type instanceof EnumType labels) {
            return isLabel(labels, value);
        }
        if (type instanceof IntervalType interval) {
            return value instanceof Interval given && given.unit() == interval.unit();
        }
        Class<?> delivered = type.kind().valueClass();
        if (WHOLE.contains(delivered)) {
            return WHOLE.contains(value.getClass());
        }
        return delivered.isInstance(value)
                || RELATED.getOrDefault(delivered, List.of()).stream().anyMatch(other -> other.isInstance(value));
    }

    private static boolean isLabel(EnumType type, Object value) {
        return (value instanceof CharSequence && type.number(value.toString()) != null)
                || (value instanceof Enum<?> constant && type.number(constant.name()) != null);
    }

    private static @Nullable Collection<?> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (!value.getClass().isArray() || value instanceof byte[]) {
            return null;
        }
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            elements.add(Array.get(value, i));
        }
        return elements;
    }

    private static boolean areRelated(DataType element, @Nullable Collection<?> values) {
        return values != null && values.stream().allMatch(value -> isRelated(element, value));
    }

    private static boolean isMap(MapType type, Map<?, ?> map) {
        return areRelated(type.key(), map.keySet()) && areRelated(type.value(), map.values());
    }

    private static boolean isTuple(TupleType type, Object value) {
        List<?> values = null;
        if (value instanceof Record tuple) {
            return tuple.getClass().getRecordComponents().length
                    == type.elements().size();
        }
        if (value instanceof Map<?, ?> map
                && type.named()
                && map.size() == type.elements().size()) {
            values = type.elements().stream()
                    .<@Nullable Object>map(element -> map.get(element.name()))
                    .toList();
        } else if (value instanceof List<?> list) {
            values = list;
        } else if (value instanceof Object[] array) {
            values = Arrays.asList(array);
        }
        if (values == null || values.size() != type.elements().size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!isRelated(type.elements().get(i).type(), values.get(i))) {
                return false;
            }
        }
        return true;
    }
}
