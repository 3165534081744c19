package io.chconnect.types.value;

import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DecimalType;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which Java classes the values of a type have when rows deliver them. */
public final class ValueClasses {
    private ValueClasses() {}

    /**
     * Whether a value is of the class that rows deliver for a type, and so are its elements.
     *
     * @param type the type
     * @param value the value; null stands for NULL and is accepted
     * @return false for values of another class, even where an insert would convert them
     */
    public static boolean accepts(DataType type, @Nullable Object value) {
        if (value == null) {
            return true;
        }
        return switch (type.kind().shape()) {
            case SCALAR -> acceptsScalar(type, value);
            case AGGREGATE_FUNCTION -> isBytes(value);
            case NULLABLE -> accepts(((NullableType) type).inner(), value);
            case LOW_CARDINALITY -> accepts(((LowCardinalityType) type).inner(), value);
            case SIMPLE_AGGREGATE_FUNCTION -> accepts(((SimpleAggregateFunctionType) type).storage(), value);
            case GEO -> accepts(((GeoType) type).storage(), value);
            case NESTED -> accepts(((NestedType) type).asArray(), value);
            case ARRAY -> acceptsAll(((ArrayType) type).element(), value);
            case QBIT -> acceptsAll(((QBitType) type).element(), value);
            case TUPLE -> acceptsTuple((TupleType) type, value);
            case MAP ->
                value instanceof Map
                        && acceptsAll(((MapType) type).key(), ((Map<?, ?>) value).keySet())
                        && acceptsAll(((MapType) type).value(), ((Map<?, ?>) value).values());
            case JSON -> value instanceof Map;
            case CHOICE -> true;
        };
    }

    /** The class alone, but where it leaves open whether the type has such a value. */
    private static boolean acceptsScalar(DataType type, Object value) {
        return switch (type.kind()) {
            case DECIMAL -> value instanceof BigDecimal number && number.scale() <= ((DecimalType) type).scale();
            case STRING, FIXED_STRING -> isBytes(value);
            case DATETIME -> isWallTime(value) && nanos(value) == 0;
            case DATETIME64 -> isWallTime(value);
            case TIME -> value instanceof Duration time && time.toNanosPart() == 0;
            case INTERVAL -> value instanceof Interval interval && interval.unit() == ((IntervalType) type).unit();
            case ENUM8, ENUM16 -> value instanceof String label && ((EnumType) type).number(label) != null;
            default -> type.kind().valueClass().isInstance(value);
        };
    }

    private static boolean isBytes(Object value) {
        return value instanceof String || value instanceof byte[];
    }

    private static boolean isWallTime(Object value) {
        return value instanceof ZonedDateTime || value instanceof LocalDateTime;
    }

    private static int nanos(Object value) {
        return ((TemporalAccessor) value).get(ChronoField.NANO_OF_SECOND);
    }

    private static boolean acceptsAll(DataType element, Object value) {
        return value instanceof Collection<?> items && items.stream().allMatch(item -> accepts(element, item));
    }

    private static boolean acceptsTuple(TupleType type, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.size() == type.elements().size()
                    && type.elements().stream()
                            .allMatch(element -> map.containsKey(element.name())
                                    && accepts(element.type(), map.get(element.name())));
        }
        if (!(value instanceof List)
                || ((List<?>) value).size() != type.elements().size()) {
            return false;
        }
        List<?> list = (List<?>) value;
        for (int i = 0; i < list.size(); i++) {
            if (!accepts(type.elements().get(i).type(), list.get(i))) {
                return false;
            }
        }
        return true;
    }
}
