package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DoubleColumn;
import io.chconnect.codec.column.FloatColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;

/** Columns of arrays that hold values as their type stores them. */
public final class StoredArrays {
    private StoredArrays() {}

    /** The column, which takes the array over. */
    public static Column column(CodecFactory codecs, DataType type, Object values) {
        ColumnCodec codec = codecs.codec(type);
        if (codec instanceof ByteCodec bytes && values instanceof byte[] array) {
            return bytes.column(array);
        }
        if (codec instanceof ShortCodec shorts && values instanceof short[] array) {
            return shorts.column(array);
        }
        if (codec instanceof IntCodec ints && values instanceof int[] array) {
            return ints.column(array);
        }
        if (codec instanceof LongCodec longs && values instanceof long[] array) {
            return longs.column(array);
        }
        if (codec instanceof FixedBytesCodec fixed && values instanceof byte[] array) {
            return fixed.column(array);
        }
        if ((codec instanceof Float32Codec || codec instanceof BFloat16Codec) && values instanceof float[] array) {
            return new FloatColumn(type, array);
        }
        if (codec instanceof Float64Codec && values instanceof double[] array) {
            return new DoubleColumn(type, array);
        }
        throw ConversionException.of(
                values.getClass().getSimpleName(), "a column of type " + type.name(), "its values are not stored so");
    }
}
