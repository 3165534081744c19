package io.chconnect.conformance.random;

import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.FixedStringType;
import io.chconnect.types.FloatType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.Time64Type;
import io.chconnect.types.TupleType;
import io.chconnect.types.TypeKind;
import io.chconnect.types.VariantType;
import java.util.List;
import java.util.StringJoiner;

/**
 * Random values of any type in SQL: a source type that {@code generateRandom} knows, and an expression that makes values of
 * the type out of it.
 */
final class RandomSql {
    private static final int MAX_TIME_SECONDS = 3_600_000;
    private static final List<String> SHAPES =
            List.of("Point", "Ring", "LineString", "MultiLineString", "Polygon", "MultiPolygon");
    private static final List<String> DYNAMIC = List.of(
            "Int64", "String", "Array(Nullable(Int32))", "DateTime", "Float64", "Map(String, UInt8)", "UUID", "Bool");

    private int variables;

    /** The source type of a type. */
    static String source(DataType type) {
        return switch (type.kind()) {
            case BFLOAT16 -> "Float32";
            case TIME -> "Int32";
            case TIME64 -> {
                int precision = ((Time64Type) type).precision();
                yield "Decimal(" + (7 + precision) + ", " + precision + ")";
            }
            case INTERVAL -> "Int64";
            case NOTHING -> "UInt8";
            case FIXED_STRING -> printable(type) ? "String" : type.name();
            case DATETIME64 -> "DateTime64(" + ((DateTime64Type) type).precision() + ")";
            case ARRAY -> "Array(" + source(((ArrayType) type).element()) + ")";
            case TUPLE ->
                tupleSource(((TupleType) type)
                        .elements().stream().map(TupleType.Element::type).toList());
            case NESTED ->
                "Array("
                        + tupleSource(((NestedType) type)
                                .elements().stream()
                                        .map(TupleType.Element::type)
                                        .toList()) + ")";
            case MAP ->
                "Array(Tuple(" + source(((MapType) type).key()) + ", " + source(((MapType) type).value()) + "))";
            case NULLABLE -> nullableSource(((NullableType) type).inner());
            case LOW_CARDINALITY -> source(((LowCardinalityType) type).inner());
            case SIMPLE_AGGREGATE_FUNCTION -> source(((SimpleAggregateFunctionType) type).storage());
            case VARIANT ->
                chosen(((VariantType) type)
                        .members().stream().map(RandomSql::source).toList());
            case GEOMETRY -> chosen(SHAPES);
            case DYNAMIC -> chosen(DYNAMIC);
            case JSON -> RandomJSON.SOURCE;
            case QBIT -> "Array(" + source(((QBitType) type).element()) + ")";
            default -> type.name();
        };
    }

    /** An expression of the type, out of a value of its source type. */
    String expression(DataType type, String x) {
        return switch (type.kind()) {
            case ARRAY -> {
                String v = variable();
                String element = expression(((ArrayType) type).element(), v);
                yield ((ArrayType) type).element().kind() == TypeKind.NOTHING
                        ? cast("[]", type)
                        : cast("arrayMap(" + v + " -> " + element + ", " + x + ")", type);
            }
            case TUPLE -> cast(tuple(((TupleType) type).elements(), x), type);
            case NESTED -> {
                String v = variable();
                yield cast("arrayMap(" + v + " -> " + tuple(((NestedType) type).elements(), v) + ", " + x + ")", type);
            }
            case MAP -> {
                String k = variable();
                String keys = "arrayMap(" + k + " -> " + expression(((MapType) type).key(), k + ".1") + ", " + x + ")";
                String values =
                        "arrayMap(" + k + " -> " + expression(((MapType) type).value(), k + ".2") + ", " + x + ")";
                yield cast("(" + keys + ", " + values + ")", type);
            }
            case NULLABLE -> nullable(type, ((NullableType) type).inner(), x);
            case LOW_CARDINALITY -> cast(expression(((LowCardinalityType) type).inner(), x), type);
            case SIMPLE_AGGREGATE_FUNCTION -> cast(expression(((SimpleAggregateFunctionType) type).storage(), x), type);
            case VARIANT -> {
                StringJoiner choice = new StringJoiner(", ", "multiIf(", ")");
                List<DataType> members = ((VariantType) type).members();
                for (int i = 0; i < members.size(); i++) {
                    choice.add(chooses(x, i, members.size()));
                    choice.add(cast(expression(members.get(i), x + "." + (i + 2)), type));
                }
                yield choice.add(cast("NULL", type)).toString();
            }
            case GEOMETRY -> choice(type, SHAPES, x);
            case DYNAMIC -> choice(type, DYNAMIC, x);
            case JSON -> cast("toJSONString(" + x + ")", type);
            default -> cast(before(type, x), type);
        };
    }

    /** What the cast to the type starts from. */
    private static String before(DataType type, String x) {
        return switch (type.kind()) {
            case TIME, TIME64 -> "(" + x + ") % " + MAX_TIME_SECONDS;
            case FIXED_STRING ->
                printable(type) ? "substring(" + x + ", 1, " + ((FixedStringType) type).length() + ")" : x;
            case QBIT -> vector((QBitType) type, x);
            case NOTHING -> "NULL";
            // Java keeps a NaN, but not each of its bit patterns when a float is handed around as an object.
            case FLOAT32, BFLOAT16 -> "if(isNaN(" + x + "), nan, " + x + ")";
            default -> x;
        };
    }

    private static String vector(QBitType type, String x) {
        String elements = type.element() instanceof FloatType ? "arrayMap(f -> if(isNaN(f), nan, f), " + x + ")" : x;
        return "arrayResize(" + elements + ", " + type.dimension() + ")";
    }

    /** Every other FixedString is text. */
    static boolean printable(DataType type) {
        return ((FixedStringType) type).length() % 2 == 1;
    }

    private String nullable(DataType type, DataType inner, String x) {
        return switch (inner.kind()) {
            case NOTHING -> cast("NULL", type);
            case TUPLE, GEO, JSON, QBIT, SIMPLE_AGGREGATE_FUNCTION ->
                cast("if(" + x + ".1 % 4 = 0, NULL, " + cast(expression(inner, x + ".2"), type) + ")", type);
            default -> cast(before(inner, x), type);
        };
    }

    private static String nullableSource(DataType inner) {
        return switch (inner.kind()) {
            case NOTHING -> "UInt8";
            case TUPLE, GEO, JSON, QBIT, SIMPLE_AGGREGATE_FUNCTION -> "Tuple(UInt8, " + source(inner) + ")";
            default -> "Nullable(" + source(inner) + ")";
        };
    }

    private static String tupleSource(List<DataType> elements) {
        return elements.isEmpty()
                ? "UInt8"
                : "Tuple("
                        + String.join(
                                ", ", elements.stream().map(RandomSql::source).toList()) + ")";
    }

    private String tuple(List<TupleType.Element> elements, String x) {
        StringJoiner values = new StringJoiner(", ", "tuple(", ")");
        for (int i = 0; i < elements.size(); i++) {
            values.add(expression(elements.get(i).type(), x + "." + (i + 1)));
        }
        return values.toString();
    }

    private static String chosen(List<String> sources) {
        return "Tuple(UInt8, " + String.join(", ", sources) + ")";
    }

    private static String chooses(String x, int index, int count) {
        return x + ".1 % " + (count + 1) + " = " + index;
    }

    private static String choice(DataType type, List<String> members, String x) {
        StringJoiner choice = new StringJoiner(", ", "multiIf(", ")");
        for (int i = 0; i < members.size(); i++) {
            choice.add(chooses(x, i, members.size()));
            choice.add(cast(x + "." + (i + 2), type));
        }
        return choice.add(cast("NULL", type)).toString();
    }

    static String cast(String expression, DataType type) {
        return "CAST(" + expression + ", '" + type.name().replace("\\", "\\\\").replace("'", "\\'") + "')";
    }

    private String variable() {
        return "v" + variables++;
    }
}
