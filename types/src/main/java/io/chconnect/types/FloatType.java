package io.chconnect.types;

import java.util.List;

/** {@code BFloat16}, {@code Float32} and {@code Float64}. There is one instance of each. */
public final class FloatType implements PlainType {
    /** {@code BFloat16}: the upper half of a Float32. */
    public static final FloatType BFLOAT16 = new FloatType(TypeKind.BFLOAT16, 16, "BFloat16", 0x31);

    /** {@code Float32}. */
    public static final FloatType FLOAT32 =
            new FloatType(TypeKind.FLOAT32, 32, "Float32", 0x0d, "FLOAT", "REAL", "SINGLE");

    /** {@code Float64}. */
    public static final FloatType FLOAT64 =
            new FloatType(TypeKind.FLOAT64, 64, "Float64", 0x0e, "DOUBLE", "DOUBLE PRECISION");

    private static final List<FloatType> VALUES = List.of(BFLOAT16, FLOAT32, FLOAT64);

    private final TypeKind kind;
    private final int bits;
    private final String name;
    private final int binaryCode;
    private final List<String> aliases;

    private FloatType(TypeKind kind, int bits, String name, int binaryCode, String... aliases) {
        this.kind = kind;
        this.bits = bits;
        this.name = name;
        this.binaryCode = binaryCode;
        this.aliases = List.of(aliases);
    }

    /**
     * All types of this class.
     *
     * @return unmodifiable
     */
    public static List<FloatType> values() {
        return VALUES;
    }

    @Override
    public TypeKind kind() {
        return kind;
    }

    /**
     * The width.
     *
     * @return bits: 16, 32 or 64
     */
    public int bits() {
        return bits;
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
        return false;
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
