package io.chconnect.jdbc.internal.bind;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DecimalType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.TypeKind;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The type that all elements of an array parameter have. */
final class ElementTypes {
    private ElementTypes() {}

    /** The common type; {@code Nothing} when there is no element. */
    static DataType common(Collection<?> values) throws SQLException {
        DataType common = null;
        boolean nullable = false;
        for (Object value : values) {
            if (value == null) {
                nullable = true;
            } else {
                common = join(common, ParameterTypes.of(value));
            }
        }
        if (common == null) {
            return nullable ? new NullableType(SimpleType.NOTHING) : SimpleType.NOTHING;
        }
        if (nullable && (common.kind() == TypeKind.ARRAY || common.kind() == TypeKind.MAP)) {
            throw SqlErrors.conversion("NULL among arrays or maps: ClickHouse has no nullable " + common.name());
        }
        return nullable ? new NullableType(common) : common;
    }

    private static DataType join(@Nullable DataType left, DataType right) throws SQLException {
        if (left == null || left.equals(right) || left.kind() == TypeKind.NOTHING) {
            return right;
        }
        if (right.kind() == TypeKind.NOTHING) {
            return left;
        }
        if (left instanceof IntegerType a && right instanceof IntegerType b) {
            return join(a, b);
        }
        if (left instanceof DecimalType a && right instanceof DecimalType b) {
            int scale = Math.max(a.scale(), b.scale());
            int precision = Math.max(a.precision() - a.scale(), b.precision() - b.scale()) + scale;
            if (precision <= DecimalType.MAX_PRECISION) {
                return new DecimalType(precision, scale);
            }
        }
        if (left instanceof DateTime64Type a && right instanceof DateTime64Type b) {
            if (java.util.Objects.equals(a.zone(), b.zone())) {
                return new DateTime64Type(Math.max(a.precision(), b.precision()), a.zone());
            }
        }
        if (left instanceof ArrayType a && right instanceof ArrayType b) {
            return new ArrayType(join(a.element(), b.element()));
        }
        if (left instanceof NullableType || right instanceof NullableType) {
            return new NullableType(join(inner(left), inner(right)));
        }
        throw SqlErrors.conversion(
                "The elements of an array have no common type: " + left.name() + " and " + right.name());
    }

    private static DataType join(IntegerType a, IntegerType b) {
        IntegerType wider = a.bits() >= b.bits() ? a : b;
        if (a.signed() == b.signed() || wider.signed()) {
            return wider;
        }
        return wider.bits() == 64 ? IntegerType.INT128 : IntegerType.INT256;
    }

    private static DataType inner(DataType type) {
        return type instanceof NullableType nullable ? nullable.inner() : type;
    }
}
