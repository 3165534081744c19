package io.chconnect.types.binary;

import io.chconnect.types.internal.FunctionParameters;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of aggregate functions, as in the server's {@code FieldBinaryEncoding.cpp}. */
final class FieldDecoder {
    static final int NULL = 0x00;
    static final int UINT64 = 0x01;
    static final int INT64 = 0x02;
    static final int UINT128 = 0x03;
    static final int INT128 = 0x04;
    static final int UINT256 = 0x05;
    static final int INT256 = 0x06;
    static final int FLOAT64 = 0x07;
    static final int STRING = 0x0c;
    static final int ARRAY = 0x0d;
    static final int TUPLE = 0x0e;
    static final int BOOL = 0x13;

    private static final int MAX_COUNT = 100_000;
    private static final int MAX_DEPTH = 50;

    private final TypeInput in;
    private int depth;
    private int budget = MAX_COUNT;

    FieldDecoder(TypeInput in) {
        this.in = in;
    }

    /** Reads a literal, see {@link FunctionParameters}. */
    @Nullable
    Object decode() {
        int code = in.readByte();
        return switch (code) {
            case NULL -> null;
            case UINT64 -> new BigInteger(Long.toUnsignedString(in.readVarInt()));
            case INT64 -> BigInteger.valueOf(zigzag(in.readVarInt()));
            case UINT128 -> integer(16, false);
            case INT128 -> integer(16, true);
            case UINT256 -> integer(32, false);
            case INT256 -> integer(32, true);
            case FLOAT64 ->
                ByteBuffer.wrap(in.readBytes(Double.BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getDouble();
            case STRING -> in.readString();
            case ARRAY -> fields();
            case TUPLE -> new FunctionParameters.Group(fields());
            case BOOL -> in.readByte() != 0;
            default -> throw in.malformed("a function parameter with the code " + code + ", which is not known");
        };
    }

    private static long zigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    private BigInteger integer(int size, boolean signed) {
        byte[] bytes = in.readBytes(size);
        byte[] bigEndian = new byte[size];
        for (int i = 0; i < size; i++) {
            bigEndian[i] = bytes[size - 1 - i];
        }
        return signed ? new BigInteger(bigEndian) : new BigInteger(1, bigEndian);
    }

    private List<@Nullable Object> fields() {
        long count = in.readVarInt();
        if (count < 0 || count > budget) {
            throw in.malformed(Long.toUnsignedString(count) + " literals: expected 0 to " + budget);
        }
        budget -= (int) count;
        if (++depth > MAX_DEPTH) {
            throw in.malformed("more than " + MAX_DEPTH + " literals within each other");
        }
        List<@Nullable Object> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(decode());
        }
        depth--;
        return fields;
    }
}
