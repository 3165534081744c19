package io.chconnect.types;

import java.util.List;

/**
 * A type without parameters that is neither a number nor a container, such as {@code String} or {@code UUID}. There is one
 * instance of each.
 */
public final class SimpleType implements PlainType {
    /** {@code Bool}, on the wire one byte that is 0 or 1. */
    public static final SimpleType BOOL = inAnyCase(TypeKind.BOOL, "Bool", 0x2d, "boolean");

    /** {@code String}, any bytes. */
    public static final SimpleType STRING = of(
            TypeKind.STRING,
            "String",
            0x15,
            "BINARY LARGE OBJECT",
            "BINARY VARYING",
            "BLOB",
            "BYTEA",
            "CHAR",
            "CHAR LARGE OBJECT",
            "CHAR VARYING",
            "CHARACTER",
            "CHARACTER LARGE OBJECT",
            "CHARACTER VARYING",
            "CLOB",
            "LONGBLOB",
            "LONGTEXT",
            "MEDIUMBLOB",
            "MEDIUMTEXT",
            "NATIONAL CHAR",
            "NATIONAL CHAR VARYING",
            "NATIONAL CHARACTER",
            "NATIONAL CHARACTER LARGE OBJECT",
            "NATIONAL CHARACTER VARYING",
            "NCHAR",
            "NCHAR LARGE OBJECT",
            "NCHAR VARYING",
            "NVARCHAR",
            "TEXT",
            "TINYBLOB",
            "TINYTEXT",
            "VARBINARY",
            "VARCHAR",
            "VARCHAR2");

    /** {@code UUID}. */
    public static final SimpleType UUID = of(TypeKind.UUID, "UUID", 0x1d);

    /** {@code IPv4}. */
    public static final SimpleType IPV4 = of(TypeKind.IPV4, "IPv4", 0x28, "INET4");

    /** {@code IPv6}. */
    public static final SimpleType IPV6 = of(TypeKind.IPV6, "IPv6", 0x29, "INET6");

    /** {@code Date}, from 1970-01-01 to 2149-06-06. */
    public static final SimpleType DATE = inAnyCase(TypeKind.DATE, "Date", 0x0f);

    /** {@code Date32}, from 1900-01-01 to 2299-12-31. */
    public static final SimpleType DATE32 = inAnyCase(TypeKind.DATE32, "Date32", 0x10);

    /** {@code Time}, whole seconds up to ±999:59:59. */
    public static final SimpleType TIME = inAnyCase(TypeKind.TIME, "Time", 0x32);

    /** {@code Nothing}, a type without values. */
    public static final SimpleType NOTHING = of(TypeKind.NOTHING, "Nothing", 0x00);

    /** {@code Geometry}, a variant of the geo types. */
    public static final SimpleType GEOMETRY = of(TypeKind.GEOMETRY, "Geometry", 0x2c);

    private static final List<SimpleType> VALUES =
            List.of(BOOL, STRING, UUID, IPV4, IPV6, DATE, DATE32, TIME, NOTHING, GEOMETRY);

    private final TypeKind kind;
    private final String name;
    private final int binaryCode;
    private final boolean inAnyCase;
    private final List<String> aliases;

    private SimpleType(TypeKind kind, String name, int binaryCode, boolean inAnyCase, List<String> aliases) {
        this.kind = kind;
        this.name = name;
        this.binaryCode = binaryCode;
        this.inAnyCase = inAnyCase;
        this.aliases = aliases;
    }

    private static SimpleType of(TypeKind kind, String name, int binaryCode, String... aliases) {
        return new SimpleType(kind, name, binaryCode, false, List.of(aliases));
    }

    private static SimpleType inAnyCase(TypeKind kind, String name, int binaryCode, String... aliases) {
        return new SimpleType(kind, name, binaryCode, true, List.of(aliases));
    }

    /**
     * All types of this class.
     *
     * @return unmodifiable
     */
    public static List<SimpleType> values() {
        return VALUES;
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
    public int binaryCode() {
        return binaryCode;
    }

    @Override
    public boolean inAnyCase() {
        return inAnyCase;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String toString() {
        return name;
    }
}
