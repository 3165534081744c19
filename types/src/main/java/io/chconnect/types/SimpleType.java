package io.chconnect.types;

/**
 * A type without parameters that is neither a number nor a container, such as {@code String} or {@code UUID}. There is one
 * instance of each.
 */
public final class SimpleType implements DataType {
    /** {@code Bool}, on the wire one byte that is 0 or 1. */
    public static final SimpleType BOOL = new SimpleType(TypeKind.BOOL, "Bool");

    /** {@code String}, any bytes. */
    public static final SimpleType STRING = new SimpleType(TypeKind.STRING, "String");

    /** {@code UUID}. */
    public static final SimpleType UUID = new SimpleType(TypeKind.UUID, "UUID");

    /** {@code IPv4}. */
    public static final SimpleType IPV4 = new SimpleType(TypeKind.IPV4, "IPv4");

    /** {@code IPv6}. */
    public static final SimpleType IPV6 = new SimpleType(TypeKind.IPV6, "IPv6");

    /** {@code Date}, from 1970-01-01 to 2149-06-06. */
    public static final SimpleType DATE = new SimpleType(TypeKind.DATE, "Date");

    /** {@code Date32}, from 1900-01-01 to 2299-12-31. */
    public static final SimpleType DATE32 = new SimpleType(TypeKind.DATE32, "Date32");

    /** {@code Time}, whole seconds up to ±999:59:59. */
    public static final SimpleType TIME = new SimpleType(TypeKind.TIME, "Time");

    /** {@code Nothing}, a type without values. */
    public static final SimpleType NOTHING = new SimpleType(TypeKind.NOTHING, "Nothing");

    /** {@code Geometry}, a variant of the geo types. */
    public static final SimpleType GEOMETRY = new SimpleType(TypeKind.GEOMETRY, "Geometry");

    private final TypeKind kind;
    private final String name;

    private SimpleType(TypeKind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    @Override
    public TypeKind kind() {
        return kind;
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
