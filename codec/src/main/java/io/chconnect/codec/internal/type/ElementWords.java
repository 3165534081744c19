package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.ByteColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DoubleColumn;
import io.chconnect.codec.column.FloatColumn;
import io.chconnect.codec.internal.value.IntegerValues;
import io.chconnect.types.IntegerType;
import io.chconnect.types.PlainType;

/** The bits of the elements of a vector, of any width. */
final class ElementWords {
    private ElementWords() {}

    static long[] of(PlainType type, Column column) {
        long[] words = new long[column.rowCount()];
        for (int i = 0; i < words.length; i++) {
            words[i] = switch (type.kind()) {
                case INT8 -> column.asBytes()[i];
                case FLOAT64 -> Double.doubleToRawLongBits(column.asDoubles()[i]);
                case FLOAT32 -> Float.floatToRawIntBits(column.asFloats()[i]);
                default -> Float.floatToRawIntBits(column.asFloats()[i]) >>> Short.SIZE;
            };
        }
        return words;
    }

    static Column column(PlainType type, long[] words) {
        return switch (type.kind()) {
            case INT8 -> bytes(words);
            case FLOAT64 -> doubles(type, words);
            case FLOAT32 -> floats(type, words, 0);
            default -> floats(type, words, Short.SIZE);
        };
    }

    private static Column bytes(long[] words) {
        byte[] values = new byte[words.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) words[i];
        }
        return new ByteColumn(IntegerType.INT8, new IntegerValues(IntegerType.INT8), values);
    }

    private static Column doubles(PlainType type, long[] words) {
        double[] values = new double[words.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble(words[i]);
        }
        return new DoubleColumn(type, values);
    }

    private static Column floats(PlainType type, long[] words, int shift) {
        float[] values = new float[words.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat((int) words[i] << shift);
        }
        return new FloatColumn(type, values);
    }
}
