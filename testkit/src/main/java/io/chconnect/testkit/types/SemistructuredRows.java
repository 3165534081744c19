package io.chconnect.testkit.types;

import java.util.Arrays;
import java.util.List;

/** Types whose values are of several types, and vectors. */
final class SemistructuredRows {
    private static final List<Object> POINT = List.of(1.5, -2.0);

    private SemistructuredRows() {}

    static List<TypeRow> rows() {
        return List.of(variant(), dynamic(), json(), qbit(), geometry());
    }

    private static TypeRow variant() {
        return TypeRow.of(
                "Variant(…)",
                "as the member that holds the value; with its type by `VariantColumn.typed`",
                "a value that only one member takes exactly; else a `TypedVariant`",
                "yes",
                "values of the members",
                TypeSamples.of("Variant(Array(UInt8), Int64, String)")
                        .notCanonical()
                        .value("toInt64(7)", 7L, "7")
                        .value("'a\\'b'", "a'b", "a'b")
                        .value("CAST([1, 2], 'Array(UInt8)')", List.of((short) 1, (short) 2), "[1,2]")
                        .value("NULL", null, "NULL"));
    }

    private static TypeRow dynamic() {
        return TypeRow.of(
                "Dynamic",
                "as the type that holds the value; with its type by `DynamicColumn.typed`",
                "any value whose Java class has a natural ClickHouse type; else a `TypedVariant`",
                "yes",
                "values of any type",
                TypeSamples.of("Dynamic")
                        .notCanonical()
                        .value("toInt64(7)", 7L, "7")
                        .value("'a\\'b'", "a'b", "a'b")
                        .value("toFloat64(1.5)", 1.5, "1.5")
                        .value("true", true, "true")
                        .value("NULL", null, "NULL"),
                TypeSamples.of("Dynamic(max_types=1)")
                        .notCanonical()
                        .value("toInt64(7)", 7L, "7")
                        .value("'a'", "a", "a")
                        .value("toFloat64(1.5)", 1.5, "1.5")
                        .value("NULL", null, "NULL"));
    }

    private static TypeRow json() {
        return TypeRow.of(
                "JSON",
                "nested Map in the order of the server's text; the text itself by `JSONColumn.getText`",
                "a `Map` with text keys, the text of a JSON object",
                "as `Nullable(JSON)`; a path without a value is not there",
                "objects; a path that is a value and an object as well stands in the map under its whole name",
                TypeSamples.of("JSON")
                        .notCanonical()
                        .value("'{}'", ContainerRows.mapOf(), "{}")
                        .value(
                                "'{\"a\":1,\"b\":{\"c\":\"x\"},\"e\":true}'",
                                ContainerRows.mapOf("a", 1L, "b", ContainerRows.mapOf("c", "x"), "e", true),
                                "{\"a\":1,\"b\":{\"c\":\"x\"},\"e\":true}"),
                TypeSamples.of("JSON(max_dynamic_paths=1, a UInt8)")
                        .notCanonical()
                        .value(
                                "'{\"a\":1,\"b\":\"x\",\"c\":1.5}'",
                                ContainerRows.mapOf("a", (short) 1, "b", "x", "c", 1.5),
                                "{\"a\":1,\"b\":\"x\",\"c\":1.5}"));
    }

    private static TypeRow qbit() {
        return TypeRow.of(
                "QBit(T, N)",
                "List of N Bytes, Floats or Doubles",
                "a `Collection` or array of N numbers",
                "as `Nullable(QBit(T, N))`",
                "T is Int8, BFloat16, Float32 or Float64; also with a stride",
                TypeSamples.of("QBit(Float32, 3)")
                        .value("[1, 2.5, -3]", List.of(1f, 2.5f, -3f), "[1,2.5,-3]", new float[] {1, 2.5f, -3})
                        .value("[0, 0, nan]", List.of(0f, 0f, Float.NaN), "[0,0,nan]")
                        .refuses(List.of(1f, 2f), "x", 1),
                TypeSamples.of("QBit(Float64, 9)")
                        .value(
                                "[1, 2, 3, 4, 5, 6, 7, 8, 0.1]",
                                List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 0.1),
                                "[1,2,3,4,5,6,7,8,0.1]"),
                TypeSamples.of("QBit(Int8, 3)")
                        .value("[1, -128, 127]", List.of((byte) 1, (byte) -128, (byte) 127), "[1,-128,127]", new int[] {
                            1, -128, 127
                        })
                        .refuses(List.of(1, 2, 128), List.of(1, 2)),
                TypeSamples.of("QBit(Float32, 16, 8)")
                        .value(
                                "[1, 0, 0, 0, 0, 0, 0, -2, 2.5, 0, 0, 0, 0, 0, 0, inf]",
                                List.of(
                                        1f,
                                        0f,
                                        0f,
                                        0f,
                                        0f,
                                        0f,
                                        0f,
                                        -2f,
                                        2.5f,
                                        0f,
                                        0f,
                                        0f,
                                        0f,
                                        0f,
                                        0f,
                                        Float.POSITIVE_INFINITY),
                                "[1,0,0,0,0,0,0,-2,2.5,0,0,0,0,0,0,inf]"),
                TypeSamples.of("QBit(BFloat16, 1)")
                        .value("[1.5]", List.of(1.5f), "[1.5]")
                        .refuses(List.of(0.1f)));
    }

    private static TypeRow geometry() {
        return TypeRow.of(
                "Geometry",
                "as the shape that it is; with its type by `VariantColumn.typed`",
                "a value that only one shape takes; else a `TypedVariant`",
                "yes",
                "a Point, Ring, LineString, MultiLineString, Polygon or MultiPolygon",
                TypeSamples.of("Geometry")
                        .notCanonical()
                        .value("CAST((1.5, -2), 'Point')", POINT, "(1.5,-2)")
                        .value(
                                "CAST([[[(1.5, -2)]]], 'MultiPolygon')",
                                Arrays.asList(List.of(List.of(POINT))),
                                "[[[(1.5,-2)]]]")
                        .value("NULL", null, "NULL"));
    }
}
