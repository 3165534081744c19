package io.chconnect.types;

/** {@code BFloat16}, {@code Float32} and {@code Float64}. There is one instance of each. */
public final class FloatType implements DataType {
    /** {@code BFloat16}: the upper half of a Float32. */
    public static final FloatType BFLOAT16 = new FloatType(TypeKind.BFLOAT16, 16, "BFloat16");

    /** {@code Float32}. */
    public static final FloatType FLOAT32 = new FloatType(TypeKind.FLOAT32, 32, "Float32");

    /** {@code Float64}. */
    public static final FloatType FLOAT64 = new FloatType(TypeKind.FLOAT64, 64, "Float64");

    private final TypeKind kind;
    private final int bits;
    private final String name;

    private FloatType(TypeKind kind, int bits, String name) {
        this.kind = kind;
        this.bits = bits;
        this.name = name;
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
    public String toString() {
        return name;
    }
}
