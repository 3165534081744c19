package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DoubleColumn;
import io.chconnect.codec.column.FloatColumn;
import io.chconnect.types.FloatType;
import io.chconnect.types.TypeKind;

/** The bits of floating point numbers of any width. */
final class FloatWords {
    private FloatWords() {}

    static long[] of(FloatType type, Column column) {
        long[] words = new long[column.rowCount()];
        for (int i = 0; i < words.length; i++) {
            words[i] = switch (type.kind()) {
                case FLOAT64 -> Double.doubleToRawLongBits(column.asDoubles()[i]);
                case FLOAT32 -> Float.floatToRawIntBits(column.asFloats()[i]);
                default -> Float.floatToRawIntBits(column.asFloats()[i]) >>> Short.SIZE;
            };
        }
        return words;
    }

    static Column column(FloatType type, long[] words) {
        if (type.kind() == TypeKind.FLOAT64) {
            double[] values = new double[words.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.longBitsToDouble(words[i]);
            }
            return new DoubleColumn(type, values);
        }
        int shift = type.kind() == TypeKind.BFLOAT16 ? Short.SIZE : 0;
        float[] values = new float[words.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat((int) words[i] << shift);
        }
        return new FloatColumn(type, values);
    }
}
