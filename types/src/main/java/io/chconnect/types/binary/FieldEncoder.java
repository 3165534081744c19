package io.chconnect.types.binary;

import io.chconnect.types.internal.FunctionParameters;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the parameters of aggregate functions. */
final class FieldEncoder {
    private FieldEncoder() {}

    /** Writes a literal, see {@link FunctionParameters}. */
    static void encode(TypeOutput out, @Nullable Object value) {
        if (value == null) {
            out.writeByte(FieldDecoder.NULL);
        } else if (value instanceof BigInteger integer) {
            integer(out, integer);
        } else if (value instanceof Double number) {
            out.writeByte(FieldDecoder.FLOAT64);
            bytes(out, BigInteger.valueOf(Double.doubleToRawLongBits(number)), Double.BYTES);
        } else if (value instanceof String text) {
            out.writeByte(FieldDecoder.STRING);
            out.writeString(text);
        } else if (value instanceof Boolean flag) {
            out.writeByte(FieldDecoder.BOOL);
            out.writeByte(flag ? 1 : 0);
        } else if (value instanceof FunctionParameters.Group group) {
            fields(out, FieldDecoder.TUPLE, group.values());
        } else {
            fields(out, FieldDecoder.ARRAY, (List<?>) value);
        }
    }

    /** The smallest of the server's types that holds the number, unsigned if it is not negative. */
    private static void integer(TypeOutput out, BigInteger value) {
        boolean negative = value.signum() < 0;
        int bits = value.bitLength() + (negative ? 1 : 0);
        if (bits <= Long.SIZE) {
            long number = value.longValue();
            out.writeByte(negative ? FieldDecoder.INT64 : FieldDecoder.UINT64);
            out.writeVarInt(negative ? (number << 1) ^ (number >> 63) : number);
        } else if (bits <= 128) {
            out.writeByte(negative ? FieldDecoder.INT128 : FieldDecoder.UINT128);
            bytes(out, value, 16);
        } else {
            out.writeByte(negative ? FieldDecoder.INT256 : FieldDecoder.UINT256);
            bytes(out, value, 32);
        }
    }

    private static void bytes(TypeOutput out, BigInteger value, int count) {
        for (int i = 0; i < count; i++) {
            out.writeByte(value.shiftRight(8 * i).intValue());
        }
    }

    private static void fields(TypeOutput out, int code, List<?> values) {
        out.writeByte(code);
        out.writeVarInt(values.size());
        values.forEach(value -> encode(out, value));
    }
}
