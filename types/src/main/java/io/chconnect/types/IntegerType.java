package io.chconnect.types;

import java.util.List;

/** {@code Int8} to {@code Int256} and {@code UInt8} to {@code UInt256}. There is one instance of each. */
public final class IntegerType implements PlainType {
    /** {@code Int8}. */
    public static final IntegerType INT8 =
            new IntegerType(TypeKind.INT8, 8, true, 0x07, "BYTE", "INT1", "INT1 SIGNED", "TINYINT", "TINYINT SIGNED");

    /** {@code Int16}. */
    public static final IntegerType INT16 =
            new IntegerType(TypeKind.INT16, 16, true, 0x08, "SMALLINT", "SMALLINT SIGNED");

    /** {@code Int32}. */
    public static final IntegerType INT32 = new IntegerType(
            TypeKind.INT32,
            32,
            true,
            0x09,
            "INT",
            "INT SIGNED",
            "INTEGER",
            "INTEGER SIGNED",
            "MEDIUMINT",
            "MEDIUMINT SIGNED");

    /** {@code Int64}. */
    public static final IntegerType INT64 =
            new IntegerType(TypeKind.INT64, 64, true, 0x0a, "BIGINT", "BIGINT SIGNED", "SIGNED");

    /** {@code Int128}. */
    public static final IntegerType INT128 = new IntegerType(TypeKind.INT128, 128, true, 0x0b);

    /** {@code Int256}. */
    public static final IntegerType INT256 = new IntegerType(TypeKind.INT256, 256, true, 0x0c);

    /** {@code UInt8}. */
    public static final IntegerType UINT8 =
            new IntegerType(TypeKind.UINT8, 8, false, 0x01, "INT1 UNSIGNED", "TINYINT UNSIGNED");

    /** {@code UInt16}. */
    public static final IntegerType UINT16 =
            new IntegerType(TypeKind.UINT16, 16, false, 0x02, "SMALLINT UNSIGNED", "YEAR");

    /** {@code UInt32}. */
    public static final IntegerType UINT32 =
            new IntegerType(TypeKind.UINT32, 32, false, 0x03, "INT UNSIGNED", "INTEGER UNSIGNED", "MEDIUMINT UNSIGNED");

    /** {@code UInt64}. */
    public static final IntegerType UINT64 =
            new IntegerType(TypeKind.UINT64, 64, false, 0x04, "BIGINT UNSIGNED", "BIT", "SET", "UNSIGNED");

    /** {@code UInt128}. */
    public static final IntegerType UINT128 = new IntegerType(TypeKind.UINT128, 128, false, 0x05);

    /** {@code UInt256}. */
    public static final IntegerType UINT256 = new IntegerType(TypeKind.UINT256, 256, false, 0x06);

    private static final List<IntegerType> VALUES =
            List.of(INT8, INT16, INT32, INT64, INT128, INT256, UINT8, UINT16, UINT32, UINT64, UINT128, UINT256);

    private final TypeKind kind;
    private final int bits;
    private final boolean signed;
    private final int binaryCode;
    private final List<String> aliases;

    private IntegerType(TypeKind kind, int bits, boolean signed, int binaryCode, String... aliases) {
        this.kind = kind;
        this.bits = bits;
        this.signed = signed;
        this.binaryCode = binaryCode;
        this.aliases = List.of(aliases);
    }

    /**
     * All types of this class.
     *
     * @return unmodifiable
     */
    public static List<IntegerType> values() {
        return VALUES;
    }

    @Override
    public TypeKind kind() {
        return kind;
    }

    /**
     * The width.
     *
     * @return bits: 8, 16, 32, 64, 128 or 256
     */
    public int bits() {
        return bits;
    }

    /**
     * Whether values may be negative.
     *
     * @return true for {@code Int…}
     */
    public boolean signed() {
        return signed;
    }

    @Override
    public String name() {
        return (signed ? "Int" : "UInt") + bits;
    }

    @Override
    public int binaryCode() {
        return binaryCode;
    }

    @Override
    public boolean inAnyCase() {
        return false;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String toString() {
        return name();
    }
}
