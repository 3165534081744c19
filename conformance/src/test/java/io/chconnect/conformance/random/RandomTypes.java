package io.chconnect.conformance.random;

import io.chconnect.testkit.types.Containers;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;
import io.chconnect.types.TypeKind;
import io.chconnect.types.VariantType;
import io.chconnect.types.value.IntervalUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Random types, as the server allows them, from a seed. */
final class RandomTypes {
    /** What no column can be read or written of: states of aggregate functions. */
    static final Set<TypeKind> EXCLUDED = EnumSet.of(TypeKind.AGGREGATE_FUNCTION);

    private static final Set<TypeKind> HOLDING = EnumSet.of(
            TypeKind.NULLABLE,
            TypeKind.LOW_CARDINALITY,
            TypeKind.ARRAY,
            TypeKind.TUPLE,
            TypeKind.MAP,
            TypeKind.NESTED,
            TypeKind.VARIANT,
            TypeKind.SIMPLE_AGGREGATE_FUNCTION);
    private static final int MAX_DEPTH = 4;
    private static final int ATTEMPTS = 1000;
    private static final String[] ZONES = {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"
    };

    /** Only a Point can be Nullable, so it comes more often. */
    private static final String[] GEO = {
        "Point", "Point", "Point", "Point", "Point", "Ring", "LineString", "MultiLineString", "Polygon", "MultiPolygon"
    };

    private static final String[] VECTOR_ELEMENTS = {"Int8", "BFloat16", "Float32", "Float64"};

    /** Containers come more often, so that there is enough within them. */
    private static final int TOP_WEIGHT = 12;

    private static final int INNER_WEIGHT = 2;
    private static final List<TypeKind> TOP = weighted(TOP_WEIGHT);
    private static final List<TypeKind> INNER = weighted(INNER_WEIGHT);

    private final Random random;

    RandomTypes(Random random) {
        this.random = random;
    }

    private static List<TypeKind> weighted(int holding) {
        List<TypeKind> kinds = new ArrayList<>();
        for (TypeKind kind : TypeKind.values()) {
            if (!EXCLUDED.contains(kind)) {
                kinds.addAll(Collections.nCopies(HOLDING.contains(kind) ? holding : 1, kind));
            }
        }
        return List.copyOf(kinds);
    }

    /** A type that a column can have. */
    DataType next() {
        return any(1, type -> type.kind() != TypeKind.NOTHING);
    }

    private DataType any(int depth, Predicate<DataType> allowed) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<TypeKind> kinds = depth == 1 ? TOP : INNER;
            TypeKind kind = kinds.get(random.nextInt(kinds.size()));
            DataType type = HOLDING.contains(kind) && depth >= MAX_DEPTH ? null : of(kind, depth);
            if (type != null && allowed.test(type)) {
                return type;
            }
        }
        throw new IllegalStateException("no type is allowed at depth " + depth);
    }

    private @Nullable DataType of(TypeKind kind, int depth) {
        return switch (kind) {
            case NULLABLE -> new NullableType(any(depth + 1, RandomTypes::nullable));
            case LOW_CARDINALITY -> new LowCardinalityType(any(depth + 1, Containers::lowCardinalityHolds));
            case ARRAY -> new ArrayType(any(depth + 1, type -> true));
            case TUPLE -> new TupleType(elements(depth, random.nextInt(4), random.nextBoolean()));
            case NESTED -> new NestedType(elements(depth, 1 + random.nextInt(3), true));
            case MAP -> new MapType(any(depth + 1, RandomTypes::key), any(depth + 1, RandomTypes::value));
            case VARIANT -> variant(depth);
            case SIMPLE_AGGREGATE_FUNCTION -> aggregate(any(depth + 1, RandomTypes::aggregated));
            default -> scalar(kind);
        };
    }

    /** What the server shows of a NULL among tuples goes through the default value, which that Enum16 does not have. */
    private static boolean nullable(DataType type) {
        return Containers.nullableHolds(type)
                && !(type.name().contains("Enum16(") && type.name().contains("Tuple("));
    }

    private static boolean key(DataType type) {
        return Containers.mapKeyHolds(type) && !Containers.hasNothing(type);
    }

    private static boolean value(DataType type) {
        return type.kind() != TypeKind.NOTHING;
    }

    /** What the function returns has no LowCardinality in its parts. */
    private static boolean aggregated(DataType type) {
        return type.name().lastIndexOf("LowCardinality(") <= 0 && !Containers.hasNothing(type);
    }

    private List<TupleType.Element> elements(int depth, int count, boolean named) {
        List<TupleType.Element> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(new TupleType.Element(named ? "e" + i : null, any(depth + 1, RandomTypes::value)));
        }
        return elements;
    }

    private DataType variant(int depth) {
        Set<DataType> members = new HashSet<>();
        int count = 2 + random.nextInt(3);
        while (members.size() < count) {
            members.add(any(depth + 1, type -> Containers.variantHolds(type) && !Containers.hasNothing(type)));
        }
        // Parsed again for the server's order of the members.
        return DataTypes.parse(new VariantType(List.copyOf(members)).name());
    }

    private static DataType aggregate(DataType type) {
        String function = switch (type.kind()) {
            case INT64, UINT64, FLOAT64 -> "sum";
            case ARRAY -> ((ArrayType) type).element() instanceof NullableType ? "anyLast" : "groupArrayArray";
            default -> "anyLast";
        };
        return new SimpleAggregateFunctionType(function, List.of(type));
    }

    private DataType scalar(TypeKind kind) {
        return DataTypes.parse(
                switch (kind) {
                    case DECIMAL -> decimal();
                    case FIXED_STRING -> "FixedString(" + (1 + random.nextInt(20)) + ")";
                    case DATETIME -> "DateTime" + zone("(", ")");
                    case DATETIME64 -> "DateTime64(" + random.nextInt(10) + zone(", ", "") + ")";
                    case TIME64 -> "Time64(" + random.nextInt(10) + ")";
                    case INTERVAL -> "Interval" + pick(IntervalUnit.values()).clickHouseName();
                    case ENUM8 -> "Enum8('a' = -128, 'b\\'c' = 0, 'd e' = 5, '' = 127)";
                    case ENUM16 -> "Enum16('low' = -32768, 'x,(y)' = 1, 'high' = 32767)";
                    case GEO -> pick(GEO);
                    case DYNAMIC -> random.nextBoolean() ? "Dynamic" : "Dynamic(max_types=2)";
                    case JSON -> RandomJSON.TYPES.get(random.nextInt(RandomJSON.TYPES.size()));
                    case QBIT ->
                        "QBit(" + pick(VECTOR_ELEMENTS) + ", "
                                + (random.nextInt(4) == 0 ? "24, 8" : 1 + random.nextInt(20)) + ")";
                    default -> plainName(kind);
                });
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String decimal() {
        int precision = 1 + random.nextInt(76);
        return "Decimal(" + precision + ", " + random.nextInt(precision + 1) + ")";
    }

    private String zone(String before, String after) {
        return random.nextBoolean() ? "" : before + "'" + pick(ZONES) + "'" + after;
    }

    /** The name of a kind without arguments, as the matrix has it. */
    private static String plainName(TypeKind kind) {
        return TypeMatrix.types().stream()
                .map(TypeSamples::type)
                .filter(type -> type.kind() == kind)
                .map(DataType::name)
                .findFirst()
                .orElse("Nothing");
    }
}
