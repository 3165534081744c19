package io.chconnect.client.internal.value;

import io.chconnect.types.DataType;
import io.chconnect.types.GeoType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.value.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which class the values of a type have. */
public final class NaturalClasses {
    private NaturalClasses() {}

    /** The type whose values those of another one are, NULL aside. */
    public static DataType storage(DataType type) {
        if (type instanceof NullableType nullable) {
            return storage(nullable.inner());
        }
        if (type instanceof LowCardinalityType lowCardinality) {
            return storage(lowCardinality.inner());
        }
        if (type instanceof SimpleAggregateFunctionType function) {
            return storage(function.storage());
        }
        if (type instanceof GeoType geo) {
            return geo.storage();
        }
        return type instanceof NestedType nested ? nested.asArray() : type;
    }

    /** The class of the values of a type; Object where they are of several. */
    static Class<?> of(DataType type) {
        return switch (storage(type).kind()) {
            case INT8 -> Byte.class;
            case INT16, UINT8 -> Short.class;
            case INT32, UINT16 -> Integer.class;
            case INT64, UINT32 -> Long.class;
            case INT128, INT256, UINT64, UINT128, UINT256 -> BigInteger.class;
            case BFLOAT16, FLOAT32 -> Float.class;
            case FLOAT64 -> Double.class;
            case DECIMAL -> BigDecimal.class;
            case BOOL -> Boolean.class;
            case STRING, FIXED_STRING, ENUM8, ENUM16 -> String.class;
            case UUID -> UUID.class;
            case IPV4 -> Inet4Address.class;
            case IPV6 -> Inet6Address.class;
            case DATE, DATE32 -> LocalDate.class;
            case DATETIME, DATETIME64 -> ZonedDateTime.class;
            case TIME, TIME64 -> Duration.class;
            case INTERVAL -> Interval.class;
            case ARRAY, TUPLE, QBIT -> List.class;
            case MAP -> Map.class;
            case NOTHING,
                    NULLABLE,
                    LOW_CARDINALITY,
                    NESTED,
                    GEO,
                    GEOMETRY,
                    SIMPLE_AGGREGATE_FUNCTION,
                    AGGREGATE_FUNCTION,
                    VARIANT,
                    DYNAMIC,
                    JSON -> Object.class;
        };
    }
}
