package io.chconnect.types.internal;

import io.chconnect.types.DataType;
import io.chconnect.types.GeoType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;

/** Which types the server lets stand within which, with every permissive setting on. */
public final class Nesting {
    private Nesting() {}

    /**
     * Whether {@code Nullable(T)} is a type.
     *
     * @param type the inner type
     * @return false for containers and for types that have a NULL of their own
     */
    public static boolean mayBeNullable(DataType type) {
        return switch (type.kind()) {
            case INT8, INT16, INT32, INT64, INT128, INT256, UINT8, UINT16, UINT32, UINT64, UINT128, UINT256 -> true;
            case BFLOAT16, FLOAT32, FLOAT64, DECIMAL, BOOL, STRING, FIXED_STRING, UUID, IPV4, IPV6 -> true;
            case DATE, DATE32, DATETIME, DATETIME64, TIME, TIME64, INTERVAL, ENUM8, ENUM16, NOTHING -> true;
            case TUPLE, JSON, QBIT -> true;
            case GEO -> ((GeoType) type).storage() instanceof TupleType;
            case SIMPLE_AGGREGATE_FUNCTION -> mayBeNullable(((SimpleAggregateFunctionType) type).storage());
            case ARRAY, MAP, NESTED, NULLABLE, LOW_CARDINALITY, GEOMETRY, AGGREGATE_FUNCTION, VARIANT, DYNAMIC -> false;
        };
    }

    /**
     * Whether {@code LowCardinality(T)} is a type.
     *
     * @param type the inner type
     * @return true for numbers, strings, dates without fraction, UUIDs and addresses, Nullable or not
     */
    public static boolean mayBeLowCardinality(DataType type) {
        return switch (type.kind()) {
            case INT8, INT16, INT32, INT64, INT128, INT256, UINT8, UINT16, UINT32, UINT64, UINT128, UINT256 -> true;
            case BFLOAT16, FLOAT32, FLOAT64, BOOL, STRING, FIXED_STRING, UUID, IPV4, IPV6 -> true;
            case DATE, DATE32, DATETIME, TIME, INTERVAL -> true;
            case NULLABLE -> mayBeLowCardinality(((NullableType) type).inner());
            case SIMPLE_AGGREGATE_FUNCTION -> mayBeLowCardinality(((SimpleAggregateFunctionType) type).storage());
            case DECIMAL, DATETIME64, TIME64, ENUM8, ENUM16, NOTHING, TUPLE, JSON, QBIT, GEO -> false;
            case ARRAY, MAP, NESTED, LOW_CARDINALITY, GEOMETRY, AGGREGATE_FUNCTION, VARIANT, DYNAMIC -> false;
        };
    }

    /**
     * Whether a type may be a member of a {@code Variant}, or of a value of {@code Dynamic}.
     *
     * @param type the member
     * @return false for types that have a NULL of their own
     */
    public static boolean mayBeInVariant(DataType type) {
        return switch (type.kind()) {
            case VARIANT, DYNAMIC, GEOMETRY -> false;
            case SIMPLE_AGGREGATE_FUNCTION -> mayBeInVariant(((SimpleAggregateFunctionType) type).storage());
            default -> !isNullable(type);
        };
    }

    /**
     * Whether a type is Nullable, directly, as LowCardinality, or as what a function stores.
     *
     * @param type any type
     * @return true if NULL is one of its values by a null map or a dictionary
     */
    public static boolean isNullable(DataType type) {
        if (type instanceof LowCardinalityType lowCardinality) {
            return isNullable(lowCardinality.inner());
        }
        if (type instanceof SimpleAggregateFunctionType function) {
            return isNullable(function.storage());
        }
        return type instanceof NullableType;
    }
}
