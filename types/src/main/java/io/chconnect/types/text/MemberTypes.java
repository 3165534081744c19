package io.chconnect.types.text;

import io.chconnect.types.DataType;
import io.chconnect.types.FixedStringType;
import io.chconnect.types.GeoType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.VariantType;
import io.chconnect.types.value.TypedVariant;
import io.chconnect.types.value.ValueClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the type of a value of a Variant, Dynamic or Geometry. */
final class MemberTypes {
    /** The shapes of a Geometry that differ in text. */
    private static final List<DataType> SHAPES =
            List.of(GeoType.POINT, GeoType.RING, GeoType.POLYGON, GeoType.MULTI_POLYGON);

    private MemberTypes() {}

    static void append(StringBuilder out, DataType type, Object value, boolean nested) {
        TypedVariant typed = resolve(type, value, false);
        FixedStringType padded = nested ? null : padded(typed.type());
        if (padded != null) {
            BytesText.appendPadded(out, padded, typed.value());
        } else {
            ValueText.append(out, typed.type(), typed.value(), nested);
        }
    }

    /** A FixedString whose padding the server does not cut: as a member, that of a dictionary. */
    private static @Nullable FixedStringType padded(DataType member) {
        if (member instanceof SimpleAggregateFunctionType function) {
            return padded(function.storage());
        }
        return member instanceof LowCardinalityType dictionary && dictionary.inner() instanceof FixedStringType fixed
                ? fixed
                : null;
    }

    /**
     * The value with its type.
     *
     * @param type the Variant, Dynamic or Geometry
     * @param value the value, with its type or without
     * @param json whether a map is an object of JSON, not a Map
     */
    static TypedVariant resolve(DataType type, Object value, boolean json) {
        if (value instanceof TypedVariant typed) {
            return typed;
        }
        for (DataType member : members(type)) {
            if (ValueClasses.accepts(member, value)) {
                return new TypedVariant(member, value);
            }
        }
        return new TypedVariant(TextTypes.typeOf(value, json), value);
    }

    private static List<DataType> members(DataType type) {
        if (type instanceof VariantType variant) {
            return variant.members();
        }
        return switch (type.kind()) {
            case GEOMETRY -> SHAPES;
            default -> List.of();
        };
    }
}
