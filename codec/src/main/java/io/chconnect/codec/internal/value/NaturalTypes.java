package io.chconnect.codec.internal.value;

import io.chconnect.error.ConversionException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DecimalType;
import io.chconnect.types.DynamicType;
import io.chconnect.types.FloatType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.IntervalType;
import io.chconnect.types.JSONType;
import io.chconnect.types.MapType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.Time64Type;
import io.chconnect.types.value.Interval;
import io.chconnect.types.value.TypedVariant;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ClickHouse type of a Java value that is written to a Dynamic: the type with exactly the values of its class. Within
 * JSON, whole numbers are Int64 where they fit, arrays are of Nullable elements and maps are objects, as when the server
 * itself reads a JSON text.
 */
public final class NaturalTypes {
    private static final int FINEST = 9;
    private static final int[] DECIMAL_PRECISIONS = {9, 18, 38, DecimalType.MAX_PRECISION};

    private final @Nullable JSONType json;

    private NaturalTypes(@Nullable JSONType json) {
        this.json = json;
    }

    /** Of values of a Dynamic. */
    public static NaturalTypes ofDynamic() {
        return new NaturalTypes(null);
    }

    /** Of values of the paths of a JSON. */
    public static NaturalTypes ofJSON(JSONType type) {
        return new NaturalTypes(type);
    }

    /** The type of a value. */
    public DataType of(Object value) {
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof CharSequence || value instanceof byte[] || value instanceof Enum) {
            return SimpleType.STRING;
        }
        if (value instanceof Boolean) {
            return SimpleType.BOOL;
        }
        if (value instanceof Map<?, ?> map) {
            return json == null ? map(map) : object(json);
        }
        if (value instanceof Collection<?> collection) {
            return array(collection);
        }
        if (value.getClass().isArray()) {
            return array(list(value));
        }
        return simple(value);
    }

    private DataType simple(Object value) {
        if (value instanceof LocalDate) {
            return SimpleType.DATE32;
        }
        if (value instanceof LocalDateTime) {
            return new DateTime64Type(FINEST, null);
        }
        if (value instanceof ZonedDateTime time) {
            return new DateTime64Type(
                    FINEST,
                    time.getZone() instanceof ZoneOffset
                            ? "UTC"
                            : time.getZone().getId());
        }
        if (value instanceof Instant || value instanceof OffsetDateTime) {
            return new DateTime64Type(FINEST, "UTC");
        }
        if (value instanceof Duration || value instanceof LocalTime) {
            return new Time64Type(FINEST);
        }
        if (value instanceof Interval interval) {
            return new IntervalType(interval.unit());
        }
        DataType only = DataTypes.onlyTypeOf(value);
        if (only != null) {
            return only;
        }
        throw ConversionException.of(
                value, "Dynamic", "no type has the values of this class: say which by a TypedVariant");
    }

    private DataType number(Number value) {
        if (value instanceof BigInteger integer) {
            return integer(integer);
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            if (json != null || value instanceof Long) {
                return IntegerType.INT64;
            }
            return value instanceof Integer
                    ? IntegerType.INT32
                    : value instanceof Short ? IntegerType.INT16 : IntegerType.INT8;
        }
        if (value instanceof Double) {
            return FloatType.FLOAT64;
        }
        if (value instanceof Float) {
            return FloatType.FLOAT32;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal(decimal);
        }
        throw ConversionException.of(value, "Dynamic", "no type has the values of this class");
    }

    private DataType integer(BigInteger value) {
        boolean negative = value.signum() < 0;
        int bits = value.bitLength();
        if (json != null && bits <= Long.SIZE - (negative ? 1 : 0)) {
            return bits < Long.SIZE ? IntegerType.INT64 : IntegerType.UINT64;
        }
        if (bits < 128) {
            return IntegerType.INT128;
        }
        if (bits < 256) {
            return IntegerType.INT256;
        }
        if (bits == 256 && !negative) {
            return IntegerType.UINT256;
        }
        throw ConversionException.of(value, "Dynamic", "it has more than 256 bits");
    }

    private static DataType decimal(BigDecimal value) {
        int scale = Math.max(0, value.scale());
        long digits = Math.max(scale, (long) value.precision() - value.scale() + scale);
        for (int precision : DECIMAL_PRECISIONS) {
            if (digits <= precision) {
                return new DecimalType(precision, scale);
            }
        }
        throw ConversionException.of(value, "Dynamic", "it has more than " + DecimalType.MAX_PRECISION + " digits");
    }

    private DataType map(Map<?, ?> map) {
        for (Object key : map.keySet()) {
            if (key == null) {
                throw ConversionException.of(map, "Dynamic", "the keys of a Map cannot be NULL");
            }
        }
        return new MapType(map.isEmpty() ? SimpleType.STRING : common(map.keySet()), common(map.values()));
    }

    /** Objects in arrays get a part of the limits, as on the server. */
    private static DataType object(JSONType outer) {
        return new JSONType(outer.maxDynamicPaths() / 4, outer.maxDynamicTypes() / 2, Map.of(), List.of(), List.of());
    }

    private DataType array(Collection<?> elements) {
        if (json != null && elements.stream().allMatch(element -> element == null)) {
            return new ArrayType(new NullableType(SimpleType.STRING));
        }
        return new ArrayType(common(elements));
    }

    /** One type for all values; Dynamic where they differ. */
    private DataType common(Collection<?> values) {
        DataType common = null;
        boolean nulls = false;
        for (Object value : values) {
            if (value == null) {
                nulls = true;
            } else {
                DataType type = value instanceof TypedVariant ? any() : of(value);
                if (common != null && !common.equals(type)) {
                    return any();
                }
                common = type;
            }
        }
        if (common == null) {
            return nulls ? new NullableType(SimpleType.NOTHING) : SimpleType.NOTHING;
        }
        boolean container = common instanceof ArrayType || common instanceof MapType || common instanceof JSONType;
        if (container || common instanceof DynamicType) {
            return nulls ? any() : common;
        }
        return nulls || json != null ? new NullableType(common) : common;
    }

    private DataType any() {
        return new DynamicType(json == null ? DynamicType.DEFAULT_MAX_TYPES : json.maxDynamicTypes());
    }

    private static List<@Nullable Object> list(Object array) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(Array.get(array, i));
        }
        return list;
    }
}
