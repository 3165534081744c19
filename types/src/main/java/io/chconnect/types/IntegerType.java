package io.chconnect.types;

/** {@code Int8} to {@code Int256} and {@code UInt8} to {@code UInt256}. There is one instance of each. */
public final class IntegerType implements DataType {
    /** {@code Int8}. */
    public static final IntegerType INT8 = new IntegerType(TypeKind.INT8, 8, true);

    /** {@code Int16}. */
    public static final IntegerType INT16 = new IntegerType(TypeKind.INT16, 16, true);

    /** {@code Int32}. */
    public static final IntegerType INT32 = new IntegerType(TypeKind.INT32, 32, true);

    /** {@code Int64}. */
    public static final IntegerType INT64 = new IntegerType(TypeKind.INT64, 64, true);

    /** {@code Int128}. */
    public static final IntegerType INT128 = new IntegerType(TypeKind.INT128, 128, true);

    /** {@code Int256}. */
    public static final IntegerType INT256 = new IntegerType(TypeKind.INT256, 256, true);

    /** {@code UInt8}. */
    public static final IntegerType UINT8 = new IntegerType(TypeKind.UINT8, 8, false);

    /** {@code UInt16}. */
    public static final IntegerType UINT16 = new IntegerType(TypeKind.UINT16, 16, false);

    /** {@code UInt32}. */
    public static final IntegerType UINT32 = new IntegerType(TypeKind.UINT32, 32, false);

    /** {@code UInt64}. */
    public static final IntegerType UINT64 = new IntegerType(TypeKind.UINT64, 64, false);

    /** {@code UInt128}. */
    public static final IntegerType UINT128 = new IntegerType(TypeKind.UINT128, 128, false);

    /** {@code UInt256}. */
    public static final IntegerType UINT256 = new IntegerType(TypeKind.UINT256, 256, false);

    private final TypeKind kind;
    private final int bits;
    private final boolean signed;

    private IntegerType(TypeKind kind, int bits, boolean signed) {
        this.kind = kind;
        this.bits = bits;
        this.signed = signed;
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
    public String toString() {
        return name();
    }
}
