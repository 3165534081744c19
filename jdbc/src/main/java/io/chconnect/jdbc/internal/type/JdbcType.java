package io.chconnect.jdbc.internal.type;

import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DecimalType;
import io.chconnect.types.EnumType;
import io.chconnect.types.FixedStringType;
import io.chconnect.types.GeoType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.Time64Type;
import io.chconnect.types.TypeKind;
import io.chconnect.types.VariantType;
import io.chconnect.types.value.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Struct;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * What JDBC wants to know about a ClickHouse type. {@code Nullable}, {@code LowCardinality} and {@code
 * SimpleAggregateFunction} count as their inner type.
 *
 * @param code the constant of {@link Types}
 * @param javaClass the class of what {@code getObject} gives
 * @param precision decimal digits of numbers, characters of everything else; 0 when there is no limit
 * @param scale digits behind the point, of a second's fraction for times
 * @param displaySize the longest text in characters
 * @param signed whether it is a number that can be negative
 * @param caseSensitive whether upper and lower case differ
 */
public record JdbcType(
        int code,
        Class<?> javaClass,
        int precision,
        int scale,
        int displaySize,
        boolean signed,
        boolean caseSensitive) {
    /** The display size of types without a limit. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** The type JDBC sees. */
    public static JdbcType of(DataType type) {
        return switch (type.kind().shape()) {
            case SCALAR -> ofScalar(type);
            case NULLABLE, LOW_CARDINALITY, SIMPLE_AGGREGATE_FUNCTION, GEO -> of(unwrap(type));
            case ARRAY, NESTED, QBIT -> new JdbcType(Types.ARRAY, java.sql.Array.class, 0, 0, UNLIMITED, false, true);
            case TUPLE -> new JdbcType(Types.STRUCT, Struct.class, 0, 0, UNLIMITED, false, true);
            case MAP, JSON -> other(Map.class, UNLIMITED);
            case AGGREGATE_FUNCTION -> other(byte[].class, UNLIMITED);
            case CHOICE -> other(Object.class, UNLIMITED);
        };
    }

    /** What JDBC has no word for is an object of the class that rows deliver. */
    private static JdbcType ofScalar(DataType type) {
        return switch (type.kind()) {
            case INT8 -> integer((IntegerType) type, Types.TINYINT, Byte.class);
            case INT16 -> integer((IntegerType) type, Types.SMALLINT, Short.class);
            case UINT8 -> integer((IntegerType) type, Types.SMALLINT, Short.class);
            case INT32 -> integer((IntegerType) type, Types.INTEGER, Integer.class);
            case UINT16 -> integer((IntegerType) type, Types.INTEGER, Integer.class);
            case INT64 -> integer((IntegerType) type, Types.BIGINT, Long.class);
            case UINT32 -> integer((IntegerType) type, Types.BIGINT, Long.class);
            case UINT64, INT128, INT256, UINT128, UINT256 ->
                integer((IntegerType) type, Types.NUMERIC, BigInteger.class);
            case BFLOAT16 -> new JdbcType(Types.REAL, Float.class, 3, 0, 13, true, false);
            case FLOAT32 -> new JdbcType(Types.REAL, Float.class, 7, 0, 14, true, false);
            case FLOAT64 -> new JdbcType(Types.DOUBLE, Double.class, 15, 0, 24, true, false);
            case DECIMAL -> decimal((DecimalType) type);
            case BOOL -> new JdbcType(Types.BOOLEAN, Boolean.class, 1, 0, 5, false, false);
            case STRING -> text(0);
            case FIXED_STRING -> text(((FixedStringType) type).length());
            case ENUM8, ENUM16 -> text(longestLabel((EnumType) type));
            case UUID -> other(UUID.class, 36);
            // Tools show objects by toString, which puts a slash before a Java address.
            case IPV4 -> text(15);
            case IPV6 -> text(39);
            case DATE, DATE32 -> new JdbcType(Types.DATE, Date.class, 10, 0, 10, false, false);
            case DATETIME -> time(Types.TIMESTAMP, Timestamp.class, 19, 0);
            case DATETIME64 -> time(Types.TIMESTAMP, Timestamp.class, 19, ((DateTime64Type) type).precision());
            // Longer than a day and negative is possible, so no java.sql.Time.
            case TIME -> time(Types.TIME, Duration.class, 10, 0);
            case TIME64 -> time(Types.TIME, Duration.class, 10, ((Time64Type) type).precision());
            case INTERVAL -> other(Interval.class, 20);
            case NOTHING -> new JdbcType(Types.NULL, Object.class, 0, 0, 4, false, false);
            default -> other(type.kind().valueClass(), UNLIMITED);
        };
    }

    /** The type without the wrappers that JDBC does not see. */
    public static DataType unwrap(DataType type) {
        DataType inner = type;
        while (true) {
            if (inner instanceof NullableType nullable) {
                inner = nullable.inner();
            } else if (inner instanceof LowCardinalityType lowCardinality) {
                inner = lowCardinality.inner();
            } else if (inner instanceof SimpleAggregateFunctionType aggregate) {
                inner = aggregate.storage();
            } else if (inner instanceof GeoType geo) {
                inner = geo.storage();
            } else {
                return inner;
            }
        }
    }

    /** Whether values can be NULL; the elements of an array do not count. */
    public static boolean nullable(DataType type) {
        if (type instanceof NullableType || type instanceof VariantType) {
            return true;
        }
        if (type instanceof LowCardinalityType lowCardinality) {
            return nullable(lowCardinality.inner());
        }
        if (type instanceof SimpleAggregateFunctionType aggregate) {
            return nullable(aggregate.storage());
        }
        return type.kind() == TypeKind.DYNAMIC || type.kind() == TypeKind.GEOMETRY || type.kind() == TypeKind.NOTHING;
    }

    /** The type of an array's elements; the type itself when it is no array. */
    public static DataType element(DataType type) {
        return unwrap(type) instanceof ArrayType array ? array.element() : type;
    }

    private static JdbcType integer(IntegerType type, int code, Class<?> javaClass) {
        BigInteger highest = BigInteger.TWO.pow(type.signed() ? type.bits() - 1 : type.bits());
        int digits = new BigDecimal(highest).precision();
        return new JdbcType(code, javaClass, digits, 0, digits + (type.signed() ? 1 : 0), type.signed(), false);
    }

    private static JdbcType decimal(DecimalType type) {
        int display = type.precision() + 1 + (type.scale() > 0 ? 1 : 0) + (type.scale() == type.precision() ? 1 : 0);
        return new JdbcType(Types.DECIMAL, BigDecimal.class, type.precision(), type.scale(), display, true, false);
    }

    private static JdbcType text(int length) {
        return new JdbcType(Types.VARCHAR, String.class, length, 0, length == 0 ? UNLIMITED : length, false, true);
    }

    private static JdbcType time(int code, Class<?> javaClass, int length, int fraction) {
        int all = length + (fraction == 0 ? 0 : 1 + fraction);
        return new JdbcType(code, javaClass, all, fraction, all, false, false);
    }

    private static JdbcType other(Class<?> javaClass, int displaySize) {
        int precision = displaySize == UNLIMITED ? 0 : displaySize;
        return new JdbcType(Types.OTHER, javaClass, precision, 0, displaySize, false, true);
    }

    private static int longestLabel(EnumType type) {
        return type.entries().stream()
                .mapToInt(entry -> entry.label().length())
                .max()
                .orElse(0);
    }
}
