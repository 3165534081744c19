package io.chconnect.client.internal.value;

import io.chconnect.types.DataType;
import io.chconnect.types.GeoType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TypeKind;
import io.chconnect.types.TypeShape;

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
        TypeKind kind = storage(type).kind();
        return kind.shape() == TypeShape.JSON || kind == TypeKind.NOTHING ? Object.class : kind.valueClass();
    }
}
