package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.ByteColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DoubleColumn;
import io.chconnect.codec.column.FloatColumn;
import io.chconnect.codec.column.IntColumn;
import io.chconnect.codec.column.LongColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.ShortColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.codec.internal.value.IntegerValues;
import io.chconnect.types.DataType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.NullableType;
import io.chconnect.types.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that are a column's storage as they are: whole numbers and floats of the same width, unsigned ones when no
 * element is negative, DateTime as seconds and DateTime64 as ticks since 1970. Java strings are taken as they are, too: their
 * bytes are made while they are written.
 */
public final class ArrayAdoption {
    private ArrayAdoption() {}

    /** The column, or null when the values must be converted one by one. */
    public static @Nullable Column adopt(CodecFactory codecs, DataType type, Object values) {
        return switch (type.kind()) {
            case INT8 -> values instanceof byte[] array ? new ByteColumn(type, meaning(type), array) : null;
            case INT16 -> values instanceof short[] array ? new ShortColumn(type, meaning(type), array) : null;
            case INT32 -> values instanceof int[] array ? new IntColumn(type, meaning(type), array) : null;
            case INT64 -> values instanceof long[] array ? new LongColumn(type, meaning(type), array) : null;
            case UINT8 ->
                values instanceof byte[] array && noneNegative(array)
                        ? new ByteColumn(type, meaning(type), array)
                        : null;
            case UINT16 ->
                values instanceof short[] array && noneNegative(array)
                        ? new ShortColumn(type, meaning(type), array)
                        : null;
            case UINT32 ->
                values instanceof int[] array && noneNegative(array) ? new IntColumn(type, meaning(type), array) : null;
            case UINT64 ->
                values instanceof long[] array && noneNegative(array)
                        ? new LongColumn(type, meaning(type), array)
                        : null;
            case FLOAT32 -> values instanceof float[] array ? new FloatColumn(type, array) : null;
            case FLOAT64 -> values instanceof double[] array ? new DoubleColumn(type, array) : null;
            case DATETIME ->
                values instanceof int[] array && noneNegative(array)
                        ? ((IntCodec) codecs.codec(type)).column(array)
                        : null;
            case DATETIME64 -> values instanceof long[] array ? ((LongCodec) codecs.codec(type)).column(array) : null;
            case STRING -> values instanceof String[] array ? new StringColumn(type, array) : null;
            case NULLABLE -> nullable(codecs, (NullableType) type, values);
            default -> null;
        };
    }

    private static IntegerValues meaning(DataType type) {
        return new IntegerValues((IntegerType) type);
    }

    private static @Nullable Column nullable(CodecFactory codecs, NullableType type, Object values) {
        if (type.inner().kind() == TypeKind.STRING && values instanceof @Nullable String[] array) {
            return nullableTexts(type, array);
        }
        Column inner = adopt(codecs, type.inner(), values);
        return inner == null ? null : new NullableColumn(type, null, inner);
    }

    private static Column nullableTexts(NullableType type, @Nullable String[] values) {
        boolean[] nullMap = new boolean[values.length];
        String[] texts = new String[values.length];
        for (int row = 0; row < values.length; row++) {
            String text = values[row];
            nullMap[row] = text == null;
            texts[row] = text == null ? "" : text;
        }
        return new NullableColumn(type, nullMap, new StringColumn(type.inner(), texts));
    }

    private static boolean noneNegative(byte[] values) {
        int bits = 0;
        for (byte value : values) {
            bits |= value;
        }
        return bits >= 0;
    }

    private static boolean noneNegative(short[] values) {
        int bits = 0;
        for (short value : values) {
            bits |= value;
        }
        return bits >= 0;
    }

    private static boolean noneNegative(int[] values) {
        int bits = 0;
        for (int value : values) {
            bits |= value;
        }
        return bits >= 0;
    }

    private static boolean noneNegative(long[] values) {
        long bits = 0;
        for (long value : values) {
            bits |= value;
        }
        return bits >= 0;
    }
}
