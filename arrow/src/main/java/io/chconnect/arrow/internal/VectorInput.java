package io.chconnect.arrow.internal;

import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConversionException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneId;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.ExtensionTypeVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.complex.DenseUnionVector;
import org.apache.arrow.vector.complex.UnionVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.jspecify.annotations.Nullable;

/** Takes vectors apart. Not thread-safe. */
public final class VectorInput {
    private static final int PIECE = 1 << 27;

    private final ColumnFactory factory;
    private final ZoneId zone;
    private final DictionaryProvider dictionaries;

    public VectorInput(ZoneId zone, DictionaryProvider dictionaries) {
        this.factory = new ColumnFactory(zone);
        this.zone = zone;
        this.dictionaries = dictionaries;
    }

    ColumnFactory factory() {
        return factory;
    }

    ZoneId zone() {
        return zone;
    }

    /** The column of a vector whose field the mapping accepts. */
    public Column read(Mapping mapping, FieldVector vector) {
        return read(mapping, vector, null);
    }

    /** The column of a vector some of whose rows mean nothing. */
    Column read(Mapping mapping, FieldVector vector, boolean @Nullable [] ignored) {
        if (vector instanceof ExtensionTypeVector<?> extension) {
            return read(mapping, (FieldVector) extension.getUnderlyingVector(), ignored);
        }
        if (vector.getField().getDictionary() != null) {
            return new DictionaryInput(this, dictionaries).read(mapping, vector, ignored);
        }
        return mapping.read(this, vector, nulls(mapping, vector, ignored));
    }

    /** The rows of a vector that mean nothing, after a check that none is NULL that must not be. */
    boolean @Nullable [] nulls(Mapping mapping, FieldVector vector, boolean @Nullable [] ignored) {
        boolean[] nulls = nulls(vector);
        if (nulls == null) {
            return ignored;
        }
        for (int row = 0; row < nulls.length; row++) {
            if (ignored != null && ignored[row]) {
                nulls[row] = true;
            } else if (nulls[row] && !mapping.takesNulls()) {
                throw new ConversionException("NULL for " + mapping.type().name() + ", which is not nullable")
                        .atRow(row);
            }
        }
        return nulls;
    }

    /** The rows of a vector that are NULL; null when none is. */
    static boolean @Nullable [] nulls(FieldVector vector) {
        int rows = vector.getValueCount();
        if (vector instanceof DenseUnionVector || vector instanceof UnionVector || vector.getNullCount() == 0) {
            return null;
        }
        boolean[] nulls = new boolean[rows];
        if (vector instanceof NullVector) {
            java.util.Arrays.fill(nulls, true);
            return nulls;
        }
        byte[] bits = bytes(vector.getValidityBuffer(), (rows + 7) >> 3);
        for (int row = 0; row < rows; row++) {
            nulls[row] = (bits[row >> 3] & (1 << (row & 7))) == 0;
        }
        return nulls;
    }

    static byte[] bytes(ArrowBuf buffer, int count) {
        byte[] values = new byte[count];
        buffer.getBytes(0, values);
        return values;
    }

    static short[] shorts(ArrowBuf buffer, int count) {
        short[] values = new short[count];
        for (int from = 0; from < count; from += PIECE) {
            int length = Math.min(PIECE, count - from);
            view(buffer, from, length, Short.BYTES).asShortBuffer().get(values, from, length);
        }
        return values;
    }

    static int[] ints(ArrowBuf buffer, int count) {
        int[] values = new int[count];
        for (int from = 0; from < count; from += PIECE) {
            int length = Math.min(PIECE, count - from);
            view(buffer, from, length, Integer.BYTES).asIntBuffer().get(values, from, length);
        }
        return values;
    }

    static long[] longs(ArrowBuf buffer, int count) {
        return longs(buffer, count, ByteOrder.LITTLE_ENDIAN);
    }

    static long[] longs(ArrowBuf buffer, int count, ByteOrder order) {
        long[] values = new long[count];
        for (int from = 0; from < count; from += PIECE) {
            int length = Math.min(PIECE, count - from);
            view(buffer, from, length, Long.BYTES).order(order).asLongBuffer().get(values, from, length);
        }
        return values;
    }

    static float[] floats(ArrowBuf buffer, int count) {
        float[] values = new float[count];
        for (int from = 0; from < count; from += PIECE) {
            int length = Math.min(PIECE, count - from);
            view(buffer, from, length, Float.BYTES).asFloatBuffer().get(values, from, length);
        }
        return values;
    }

    static double[] doubles(ArrowBuf buffer, int count) {
        double[] values = new double[count];
        for (int from = 0; from < count; from += PIECE) {
            int length = Math.min(PIECE, count - from);
            view(buffer, from, length, Double.BYTES).asDoubleBuffer().get(values, from, length);
        }
        return values;
    }

    private static ByteBuffer view(ArrowBuf buffer, int from, int count, int width) {
        return buffer.nioBuffer((long) from * width, count * width).order(ByteOrder.LITTLE_ENDIAN);
    }
}
