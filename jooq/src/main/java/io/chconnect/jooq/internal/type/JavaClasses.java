package io.chconnect.jooq.internal.type;

import io.chconnect.types.DataType;
import io.chconnect.types.GeoType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TypeKind;
import io.chconnect.types.VariantType;
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

/** The Java class that values of each type come as. */
public final class JavaClasses {
    private JavaClasses() {}

    /** The class. */
    public static Class<?> of(DataType type) {
        return switch (type.kind()) {
            case INT8 -> Byte.class;
            case INT16, UINT8 -> Short.class;
            case INT32, UINT16 -> Integer.class;
            case INT64, UINT32 -> Long.class;
            case UINT64, INT128, INT256, UINT128, UINT256 -> BigInteger.class;
            case FLOAT32, BFLOAT16 -> Float.class;
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
            case NULLABLE -> of(((NullableType) type).inner());
            case LOW_CARDINALITY -> of(((LowCardinalityType) type).inner());
            case SIMPLE_AGGREGATE_FUNCTION -> of(((SimpleAggregateFunctionType) type).storage());
            case GEO -> of(((GeoType) type).storage());
            case ARRAY, NESTED, QBIT, TUPLE -> List.class;
            case MAP, JSON -> Map.class;
            case AGGREGATE_FUNCTION -> byte[].class;
            case VARIANT, DYNAMIC, GEOMETRY, NOTHING -> Object.class;
        };
    }

    /** Whether NULL is a value of the type. */
    public static boolean nullable(DataType type) {
        return type instanceof NullableType
                || (type instanceof LowCardinalityType low && nullable(low.inner()))
                || (type instanceof SimpleAggregateFunctionType simple && nullable(simple.storage()))
                || type instanceof VariantType
                || type.kind() == TypeKind.DYNAMIC
                || type.kind() == TypeKind.GEOMETRY
                || type.kind() == TypeKind.NOTHING;
    }
}
