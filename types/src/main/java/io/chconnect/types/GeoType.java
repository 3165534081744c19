package io.chconnect.types;

/** The geo types: names for tuples and arrays of coordinates. There is one instance of each. */
public final class GeoType implements DataType {
    /** {@code Point}: x and y. */
    public static final GeoType POINT = new GeoType(
            "Point",
            new TupleType(java.util.List.of(
                    new TupleType.Element(null, FloatType.FLOAT64), new TupleType.Element(null, FloatType.FLOAT64))));

    /** {@code Ring}: an array of points. */
    public static final GeoType RING = new GeoType("Ring", new ArrayType(POINT));

    /** {@code LineString}: an array of points. */
    public static final GeoType LINE_STRING = new GeoType("LineString", new ArrayType(POINT));

    /** {@code MultiLineString}: an array of line strings. */
    public static final GeoType MULTI_LINE_STRING = new GeoType("MultiLineString", new ArrayType(LINE_STRING));

    /** {@code Polygon}: an array of rings, the outer one first. */
    public static final GeoType POLYGON = new GeoType("Polygon", new ArrayType(RING));

    /** {@code MultiPolygon}: an array of polygons. */
    public static final GeoType MULTI_POLYGON = new GeoType("MultiPolygon", new ArrayType(POLYGON));

    private final String name;
    private final DataType storage;

    private GeoType(String name, DataType storage) {
        this.name = name;
        this.storage = storage;
    }

    @Override
    public TypeKind kind() {
        return TypeKind.GEO;
    }

    /**
     * The type this one is stored and sent as.
     *
     * @return a tuple or an array
     */
    public DataType storage() {
        return storage;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
