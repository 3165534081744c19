package io.chconnect.types;

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

/**
 * The kinds of ClickHouse data types, and what holds for all types of a kind. Code that does not need more than these facts
 * asks for them, or for the {@link TypeShape}, and so takes kinds that are added later as they are.
 */
public enum TypeKind {
    /** {@code Int8}. */
    INT8(Byte.class, true),
    /** {@code Int16}. */
    INT16(Short.class, true),
    /** {@code Int32}. */
    INT32(Integer.class, true),
    /** {@code Int64}. */
    INT64(Long.class, true),
    /** {@code Int128}. */
    INT128(BigInteger.class, true),
    /** {@code Int256}. */
    INT256(BigInteger.class, true),
    /** {@code UInt8}. */
    UINT8(Short.class, true),
    /** {@code UInt16}. */
    UINT16(Integer.class, true),
    /** {@code UInt32}. */
    UINT32(Long.class, true),
    /** {@code UInt64}. */
    UINT64(BigInteger.class, true),
    /** {@code UInt128}. */
    UINT128(BigInteger.class, true),
    /** {@code UInt256}. */
    UINT256(BigInteger.class, true),
    /** {@code BFloat16}. */
    BFLOAT16(Float.class, true),
    /** {@code Float32}. */
    FLOAT32(Float.class, true),
    /** {@code Float64}. */
    FLOAT64(Double.class, true),
    /** {@code Decimal(P, S)}. */
    DECIMAL(BigDecimal.class, false),
    /** {@code Bool}. */
    BOOL(Boolean.class, true),
    /** {@code String}. */
    STRING(String.class, true),
    /** {@code FixedString(N)}. */
    FIXED_STRING(String.class, true),
    /** {@code UUID}. */
    UUID(java.util.UUID.class, true),
    /** {@code IPv4}. */
    IPV4(Inet4Address.class, true),
    /** {@code IPv6}. */
    IPV6(Inet6Address.class, true),
    /** {@code Date}. */
    DATE(LocalDate.class, true),
    /** {@code Date32}. */
    DATE32(LocalDate.class, true),
    /** {@code DateTime}, with or without a zone. */
    DATETIME(ZonedDateTime.class, true),
    /** {@code DateTime64(P)}, with or without a zone. */
    DATETIME64(ZonedDateTime.class, false),
    /** {@code Time}. */
    TIME(Duration.class, true),
    /** {@code Time64(P)}. */
    TIME64(Duration.class, false),
    /** {@code IntervalSecond} and its ten siblings. */
    INTERVAL(Interval.class, true),
    /** {@code Enum8}. */
    ENUM8(String.class, false),
    /** {@code Enum16}. */
    ENUM16(String.class, false),
    /** {@code Nothing}. */
    NOTHING(Void.class, false),
    /** {@code Nullable(T)}. */
    NULLABLE(TypeShape.NULLABLE, Object.class),
    /** {@code LowCardinality(T)}. */
    LOW_CARDINALITY(TypeShape.LOW_CARDINALITY, Object.class),
    /** {@code Array(T)}. */
    ARRAY(TypeShape.ARRAY, List.class),
    /** {@code Tuple(…)}. */
    TUPLE(TypeShape.TUPLE, List.class),
    /** {@code Map(K, V)}. */
    MAP(TypeShape.MAP, Map.class),
    /** {@code Nested(…)}. */
    NESTED(TypeShape.NESTED, List.class),
    /** {@code Point}, {@code Ring}, {@code LineString}, {@code MultiLineString}, {@code Polygon}, {@code MultiPolygon}. */
    GEO(TypeShape.GEO, List.class),
    /** {@code Geometry}, a variant of the geo types. */
    GEOMETRY(TypeShape.CHOICE, Object.class),
    /** {@code SimpleAggregateFunction(f, T)}. */
    SIMPLE_AGGREGATE_FUNCTION(TypeShape.SIMPLE_AGGREGATE_FUNCTION, Object.class),
    /** {@code AggregateFunction(f, …)}. */
    AGGREGATE_FUNCTION(TypeShape.AGGREGATE_FUNCTION, Object.class),
    /** {@code Variant(…)}. */
    VARIANT(TypeShape.CHOICE, Object.class),
    /** {@code Dynamic}. */
    DYNAMIC(TypeShape.CHOICE, Object.class),
    /** {@code JSON}. */
    JSON(TypeShape.JSON, Map.class),
    /** {@code QBit(T, N)}. */
    QBIT(TypeShape.QBIT, List.class);

    private final TypeShape shape;
    private final Class<?> valueClass;
    private final boolean inDictionaries;

    /** A scalar. */
    TypeKind(Class<?> valueClass, boolean inDictionaries) {
        this.shape = TypeShape.SCALAR;
        this.valueClass = valueClass;
        this.inDictionaries = inDictionaries;
    }

    TypeKind(TypeShape shape, Class<?> valueClass) {
        this.shape = shape;
        this.valueClass = valueClass;
        this.inDictionaries = false;
    }

    /**
     * How the values are made up.
     *
     * @return never null
     */
    public TypeShape shape() {
        return shape;
    }

    /**
     * The class of the values that rows deliver.
     *
     * @return {@link Object} where they are those of a type within; {@link Void} where there are none
     */
    public Class<?> valueClass() {
        return valueClass;
    }

    /**
     * Whether {@code LowCardinality} takes the type by itself; of wrappers, the type within decides.
     *
     * @return true for some scalars
     */
    public boolean inDictionaries() {
        return inDictionaries;
    }

    /**
     * Whether the text of a scalar stands in quotes within containers, and is a text in JSON.
     *
     * @return false for numbers, {@code Bool} and intervals
     */
    public boolean quoted() {
        return !Number.class.isAssignableFrom(valueClass)
                && valueClass != Boolean.class
                && valueClass != Interval.class;
    }
}
