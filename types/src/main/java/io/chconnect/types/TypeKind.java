package io.chconnect.types;

/** The kinds of ClickHouse data types. A switch over all of them, without a default, names every place a new type needs. */
public enum TypeKind {
    /** {@code Int8}. */
    INT8,
    /** {@code Int16}. */
    INT16,
    /** {@code Int32}. */
    INT32,
    /** {@code Int64}. */
    INT64,
    /** {@code Int128}. */
    INT128,
    /** {@code Int256}. */
    INT256,
    /** {@code UInt8}. */
    UINT8,
    /** {@code UInt16}. */
    UINT16,
    /** {@code UInt32}. */
    UINT32,
    /** {@code UInt64}. */
    UINT64,
    /** {@code UInt128}. */
    UINT128,
    /** {@code UInt256}. */
    UINT256,
    /** {@code BFloat16}. */
    BFLOAT16,
    /** {@code Float32}. */
    FLOAT32,
    /** {@code Float64}. */
    FLOAT64,
    /** {@code Decimal(P, S)}. */
    DECIMAL,
    /** {@code Bool}. */
    BOOL,
    /** {@code String}. */
    STRING,
    /** {@code FixedString(N)}. */
    FIXED_STRING,
    /** {@code UUID}. */
    UUID,
    /** {@code IPv4}. */
    IPV4,
    /** {@code IPv6}. */
    IPV6,
    /** {@code Date}. */
    DATE,
    /** {@code Date32}. */
    DATE32,
    /** {@code DateTime}, with or without a zone. */
    DATETIME,
    /** {@code DateTime64(P)}, with or without a zone. */
    DATETIME64,
    /** {@code Time}. */
    TIME,
    /** {@code Time64(P)}. */
    TIME64,
    /** {@code IntervalSecond} and its ten siblings. */
    INTERVAL,
    /** {@code Enum8}. */
    ENUM8,
    /** {@code Enum16}. */
    ENUM16,
    /** {@code Nothing}. */
    NOTHING,
    /** {@code Nullable(T)}. */
    NULLABLE,
    /** {@code LowCardinality(T)}. */
    LOW_CARDINALITY,
    /** {@code Array(T)}. */
    ARRAY,
    /** {@code Tuple(…)}. */
    TUPLE,
    /** {@code Map(K, V)}. */
    MAP,
    /** {@code Nested(…)}. */
    NESTED,
    /** {@code Point}, {@code Ring}, {@code LineString}, {@code MultiLineString}, {@code Polygon}, {@code MultiPolygon}. */
    GEO,
    /** {@code Geometry}, a variant of the geo types. */
    GEOMETRY,
    /** {@code SimpleAggregateFunction(f, T)}. */
    SIMPLE_AGGREGATE_FUNCTION,
    /** {@code AggregateFunction(f, …)}. */
    AGGREGATE_FUNCTION,
    /** {@code Variant(…)}. */
    VARIANT,
    /** {@code Dynamic}. */
    DYNAMIC,
    /** {@code JSON}. */
    JSON,
    /** {@code QBit(T, N)}. */
    QBIT
}
