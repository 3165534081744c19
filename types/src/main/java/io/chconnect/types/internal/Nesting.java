package io.chconnect.types.internal;

import io.chconnect.types.DataType;
import io.chconnect.types.GeoType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;
import io.chconnect.types.TypeKind;

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
        return switch (type.kind().shape()) {
            case SCALAR, TUPLE, JSON, QBIT -> true;
            case GEO -> ((GeoType) type).storage() instanceof TupleType;
            case SIMPLE_AGGREGATE_FUNCTION -> mayBeNullable(((SimpleAggregateFunctionType) type).storage());
            case ARRAY, MAP, NESTED, NULLABLE, LOW_CARDINALITY, AGGREGATE_FUNCTION, CHOICE -> false;
        };
    }

    /**
     * Whether {@code LowCardinality(T)} is a type.
     *
     * @param type the inner type
     * @return true for numbers, strings, dates without fraction, UUIDs and addresses, Nullable or not
     */
    public static boolean mayBeLowCardinality(DataType type) {
        return switch (type.kind().shape()) {
            case SCALAR -> type.kind().inDictionaries();
            case NULLABLE -> mayBeLowCardinality(((NullableType) type).inner());
            case SIMPLE_AGGREGATE_FUNCTION -> mayBeLowCardinality(((SimpleAggregateFunctionType) type).storage());
            case TUPLE, JSON, QBIT, GEO, ARRAY, MAP, NESTED, LOW_CARDINALITY, AGGREGATE_FUNCTION, CHOICE -> false;
        };
    }

    /**
     * Whether a type may be a member of a {@code Variant}, or of a value of {@code Dynamic}.
     *
     * @param type the member
     * @return false for types that have a NULL of their own
     */
    public static boolean mayBeInVariant(DataType type) {
        return switch (type.kind().shape()) {
            case CHOICE -> false;
            case SIMPLE_AGGREGATE_FUNCTION -> mayBeInVariant(((SimpleAggregateFunctionType) type).storage());
            default -> !isNullable(type);
        };
    }

    /**
     * Whether a type is Nothing, directly or as what a function stores. A Variant leaves such members out, as in the server.
     *
     * @param type any type
     * @return true if NULL is its only value
     */
    public static boolean isNothing(DataType type) {
        return type instanceof SimpleAggregateFunctionType function
                ? isNothing(function.storage())
                : type.kind() == TypeKind.NOTHING;
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
