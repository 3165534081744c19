package io.chconnect.testkit.types;

import java.util.List;

/** Shapes in the plane. */
final class GeoRows {
    private static final List<Double> A = List.of(1.5, -2.0);
    private static final List<Double> B = List.of(0.0, 3.0);
    private static final List<List<Double>> LINE = List.of(A, B);

    private GeoRows() {}

    static List<TypeRow> rows() {
        return List.of(
                TypeRow.of(
                        "Point",
                        "List of two Doubles",
                        "as `Tuple(Float64, Float64)`",
                        "`Nullable(Point)` where the server allows it",
                        "any two Float64",
                        TypeSamples.of("Point")
                                .value("(1.5, -2)", A, "(1.5,-2)", (Object) new Object[] {1.5, -2})
                                .refuses(List.of(1), "x")),
                TypeRow.of(
                        "Ring, LineString, MultiLineString, Polygon, MultiPolygon",
                        "List of Points, Lists of these, and so on",
                        "as the `Array` they are",
                        TypeRow.NEVER,
                        "any points",
                        TypeSamples.of("Ring")
                                .value("[(1.5, -2), (0, 3)]", LINE, "[(1.5,-2),(0,3)]")
                                .value("[]", List.of(), "[]"),
                        TypeSamples.of("LineString")
                                .value("[(1.5, -2), (0, 3)]", LINE, "[(1.5,-2),(0,3)]")
                                .value("[]", List.of(), "[]"),
                        TypeSamples.of("MultiLineString")
                                .value("[[(1.5, -2), (0, 3)], []]", List.of(LINE, List.of()), "[[(1.5,-2),(0,3)],[]]"),
                        TypeSamples.of("Polygon")
                                .value("[[(1.5, -2), (0, 3)], []]", List.of(LINE, List.of()), "[[(1.5,-2),(0,3)],[]]"),
                        TypeSamples.of("MultiPolygon")
                                .value(
                                        "[[[(1.5, -2), (0, 3)]], []]",
                                        List.of(List.of(LINE), List.of()),
                                        "[[[(1.5,-2),(0,3)]],[]]")
                                .value("[]", List.of(), "[]")));
    }
}
