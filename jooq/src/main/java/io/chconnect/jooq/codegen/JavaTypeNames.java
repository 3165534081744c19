package io.chconnect.jooq.codegen;

import io.chconnect.jooq.internal.type.JavaClasses;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.GeoType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NullableType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TypeKind;

/** The Java types of columns as they are written in code, with what is in lists and maps. */
final class JavaTypeNames {
    private JavaTypeNames() {}

    static String of(DataType type) {
        if (type instanceof ArrayType array) {
            return "java.util.List<" + of(array.element()) + ">";
        }
        if (type instanceof QBitType vector) {
            return "java.util.List<" + of(vector.element()) + ">";
        }
        if (type instanceof MapType map) {
            return "java.util.Map<" + of(map.key()) + ", " + of(map.value()) + ">";
        }
        if (type instanceof NullableType nullable) {
            return of(nullable.inner());
        }
        if (type instanceof LowCardinalityType low) {
            return of(low.inner());
        }
        if (type instanceof GeoType geo) {
            return of(geo.storage());
        }
        if (type instanceof SimpleAggregateFunctionType aggregate) {
            return of(aggregate.storage());
        }
        if (type.kind() == TypeKind.JSON) {
            return "java.util.Map<java.lang.String, java.lang.Object>";
        }
        if (type.kind() == TypeKind.TUPLE) {
            return "java.util.List<java.lang.Object>";
        }
        if (type.kind() == TypeKind.NESTED) {
            return "java.util.List<java.util.Map<java.lang.String, java.lang.Object>>";
        }
        return JavaClasses.of(type).getCanonicalName();
    }
}
