package io.chconnect.testkit.types;

import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.GeoType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;

/** Which types the server lets stand within which. {@link CodecContract} asks the server whether it is so. */
public final class Containers {
    private Containers() {}

    /**
     * Whether there is {@code Nullable(T)}.
     *
     * @param type T
     * @return false for containers but tuples, and for what is nullable already
     */
    public static boolean nullableHolds(DataType type) {
        return switch (type.kind()) {
            case NULLABLE, LOW_CARDINALITY, ARRAY, MAP, NESTED, VARIANT, DYNAMIC, GEOMETRY, AGGREGATE_FUNCTION -> false;
            case SIMPLE_AGGREGATE_FUNCTION -> nullableHolds(((SimpleAggregateFunctionType) type).storage());
            case GEO -> ((GeoType) type).storage() instanceof TupleType;
            default -> true;
        };
    }

    /**
     * Whether there is {@code LowCardinality(T)}.
     *
     * @param type T
     * @return true for numbers, texts, dates, times of whole seconds, addresses and UUIDs, also as Nullable
     */
    public static boolean lowCardinalityHolds(DataType type) {
        return switch (type.kind()) {
            case NULLABLE -> lowCardinalityHolds(((NullableType) type).inner());
            case SIMPLE_AGGREGATE_FUNCTION -> lowCardinalityHolds(((SimpleAggregateFunctionType) type).storage());
            default -> type.kind().inDictionaries();
        };
    }

    /**
     * Whether there is {@code Map(T, …)}.
     *
     * @param type T
     * @return false for what may be NULL
     */
    public static boolean mapKeyHolds(DataType type) {
        if (type instanceof SimpleAggregateFunctionType function) {
            return mapKeyHolds(function.storage());
        }
        return !(type instanceof NullableType)
                && !(type instanceof LowCardinalityType dictionary && dictionary.inner() instanceof NullableType);
    }

    /**
     * Whether there is {@code Variant(T, …)}.
     *
     * @param type T
     * @return false for what may be NULL by itself
     */
    public static boolean variantHolds(DataType type) {
        return switch (type.kind()) {
            case VARIANT, DYNAMIC, GEOMETRY -> false;
            case SIMPLE_AGGREGATE_FUNCTION -> variantHolds(((SimpleAggregateFunctionType) type).storage());
            default -> mapKeyHolds(type);
        };
    }

    /**
     * Whether Nothing stands anywhere in a type.
     *
     * @param type the type
     * @return true if no table can have such a column, or only some can
     */
    public static boolean hasNothing(DataType type) {
        return switch (type.kind()) {
            case NOTHING -> true;
            case NULLABLE -> hasNothing(((NullableType) type).inner());
            case ARRAY -> hasNothing(((ArrayType) type).element());
            case TUPLE -> ((TupleType) type).elements().stream().anyMatch(element -> hasNothing(element.type()));
            case NESTED -> ((NestedType) type).elements().stream().anyMatch(element -> hasNothing(element.type()));
            default -> type.name().contains("Nothing");
        };
    }
}
