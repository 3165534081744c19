package io.chconnect.jooq.internal.type;

import io.chconnect.types.DataType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TypeKind;
import io.chconnect.types.VariantType;

/** The Java class that values of each type come as. */
public final class JavaClasses {
    private JavaClasses() {}

    /** The class. */
    public static Class<?> of(DataType type) {
        return switch (type.kind()) {
            case NULLABLE -> of(((NullableType) type).inner());
            case LOW_CARDINALITY -> of(((LowCardinalityType) type).inner());
            case SIMPLE_AGGREGATE_FUNCTION -> of(((SimpleAggregateFunctionType) type).storage());
            case AGGREGATE_FUNCTION -> byte[].class;
            case NOTHING -> Object.class;
            default -> type.kind().valueClass();
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
