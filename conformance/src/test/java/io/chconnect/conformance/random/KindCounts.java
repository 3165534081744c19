package io.chconnect.conformance.random;

import io.chconnect.testkit.types.Containers;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;
import io.chconnect.types.TypeKind;
import io.chconnect.types.VariantType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How often each kind of type stood at the top and within each container. */
final class KindCounts {
    /** Where a type can stand. */
    enum Place {
        TOP,
        NULLABLE,
        LOW_CARDINALITY,
        ARRAY,
        TUPLE,
        NESTED,
        MAP_KEY,
        MAP_VALUE,
        VARIANT,
        SIMPLE_AGGREGATE
    }

    private final Map<TypeKind, Map<Place, Integer>> counts = new EnumMap<>(TypeKind.class);

    void add(DataType type) {
        add(type, Place.TOP);
    }

    private void add(DataType type, Place place) {
        counts.computeIfAbsent(type.kind(), key -> new EnumMap<>(Place.class)).merge(place, 1, Integer::sum);
        if (type instanceof NullableType nullable) {
            add(nullable.inner(), Place.NULLABLE);
        } else if (type instanceof LowCardinalityType dictionary) {
            add(dictionary.inner(), Place.LOW_CARDINALITY);
        } else if (type instanceof ArrayType array) {
            add(array.element(), Place.ARRAY);
        } else if (type instanceof TupleType tuple) {
            tuple.elements().forEach(element -> add(element.type(), Place.TUPLE));
        } else if (type instanceof NestedType nested) {
            nested.elements().forEach(element -> add(element.type(), Place.NESTED));
        } else if (type instanceof MapType map) {
            add(map.key(), Place.MAP_KEY);
            add(map.value(), Place.MAP_VALUE);
        } else if (type instanceof VariantType variant) {
            variant.members().forEach(member -> add(member, Place.VARIANT));
        } else if (type instanceof SimpleAggregateFunctionType function) {
            add(function.storage(), Place.SIMPLE_AGGREGATE);
        }
    }

    /** What stands less often than it should. */
    List<String> missing(int atTop, int within) {
        List<String> missing = new ArrayList<>();
        for (TypeKind kind : TypeKind.values()) {
            if (RandomTypes.EXCLUDED.contains(kind)) {
                continue;
            }
            for (Place place : Place.values()) {
                int wanted = place == Place.TOP ? atTop : within;
                if (mayStand(kind, place) && count(kind, place) < wanted) {
                    missing.add(kind + " in " + place + ": " + count(kind, place) + " of " + wanted);
                }
            }
        }
        return missing;
    }

    /** The table of counts. */
    String table() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-26s", "kind"));
        for (Place place : Place.values()) {
            table.append(String.format(Locale.ROOT, " %16s", place));
        }
        for (TypeKind kind : TypeKind.values()) {
            table.append(String.format(Locale.ROOT, "%n%-26s", kind));
            for (Place place : Place.values()) {
                table.append(String.format(Locale.ROOT, " %16s", mayStand(kind, place) ? count(kind, place) : "-"));
            }
        }
        return table.toString();
    }

    private int count(TypeKind kind, Place place) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(place, 0);
    }

    /** By kind alone; {@link Containers} says it by type. */
    private static boolean mayStand(TypeKind kind, Place place) {
        if (RandomTypes.EXCLUDED.contains(kind)
                || (place == Place.VARIANT && RandomTypes.EXCLUDED.contains(TypeKind.VARIANT))) {
            return false;
        }
        return switch (place) {
            case TOP, TUPLE, NESTED, MAP_VALUE, SIMPLE_AGGREGATE -> kind != TypeKind.NOTHING;
            case ARRAY -> true;
            case NULLABLE ->
                switch (kind) {
                    case NULLABLE, LOW_CARDINALITY, ARRAY, MAP, NESTED, VARIANT, DYNAMIC, GEOMETRY -> false;
                    default -> true;
                };
            case LOW_CARDINALITY ->
                switch (kind) {
                    case INT8, INT16, INT32, INT64, INT128, INT256, UINT8, UINT16, UINT32, UINT64, UINT128, UINT256 ->
                        true;
                    case BFLOAT16, FLOAT32, FLOAT64, BOOL, STRING, FIXED_STRING, UUID, IPV4, IPV6 -> true;
                    case DATE, DATE32, DATETIME, TIME, INTERVAL, NULLABLE, SIMPLE_AGGREGATE_FUNCTION -> true;
                    default -> false;
                };
            case MAP_KEY -> kind != TypeKind.NULLABLE && kind != TypeKind.NOTHING;
            case VARIANT ->
                switch (kind) {
                    case NULLABLE, VARIANT, DYNAMIC, GEOMETRY, NOTHING -> false;
                    default -> true;
                };
        };
    }
}
