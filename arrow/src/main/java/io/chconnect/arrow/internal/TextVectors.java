package io.chconnect.arrow.internal;

import io.chconnect.codec.column.StringColumn;
import io.chconnect.codec.column.StringColumnBuilder;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import org.apache.arrow.vector.BaseLargeVariableWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VariableWidthFieldVector;
import org.apache.arrow.vector.ViewVarBinaryVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.jspecify.annotations.Nullable;

/** The vectors of texts and bytes, of all three layouts. */
final class TextVectors {
    private TextVectors() {}

    /** The values of a vector; empty where a row means nothing. */
    static StringColumn read(DataType type, FieldVector vector, boolean @Nullable [] nulls) {
        int rows = vector.getValueCount();
        if (vector instanceof BaseVariableWidthVector && (nulls == null || emptyWhere(nulls, vector))) {
            return rows == 0
                    ? new StringColumn(type, new byte[0], new int[1])
                    : whole(type, vector, VectorInput.ints(vector.getOffsetBuffer(), rows + 1));
        }
        if (vector instanceof BaseLargeVariableWidthVector && rows > 0 && nulls == null) {
            return whole(type, vector, narrow(VectorInput.longs(vector.getOffsetBuffer(), rows + 1)));
        }
        StringColumnBuilder builder = new StringColumnBuilder(type, rows);
        for (int row = 0; row < rows; row++) {
            if (nulls != null && nulls[row]) {
                builder.appendDefault();
            } else {
                byte[] value = bytes(vector, row);
                builder.append(value, 0, value.length);
            }
        }
        return builder.build();
    }

    private static boolean emptyWhere(boolean[] nulls, FieldVector vector) {
        VariableWidthFieldVector texts = (VariableWidthFieldVector) vector;
        for (int row = 0; row < nulls.length; row++) {
            if (nulls[row] && texts.getValueLength(row) != 0) {
                return false;
            }
        }
        return true;
    }

    private static StringColumn whole(DataType type, FieldVector vector, int[] offsets) {
        int first = offsets[0];
        byte[] bytes = new byte[offsets[offsets.length - 1] - first];
        vector.getDataBuffer().getBytes(first, bytes);
        for (int i = 0; first != 0 && i < offsets.length; i++) {
            offsets[i] -= first;
        }
        return new StringColumn(type, bytes, offsets);
    }

    private static int[] narrow(long[] offsets) {
        long first = offsets[0];
        if (offsets[offsets.length - 1] - first > Integer.MAX_VALUE - 8) {
            throw new ConversionException("more than 2 GiB in one column of a batch: send smaller batches");
        }
        int[] narrow = new int[offsets.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (int) (offsets[i] - first);
        }
        return narrow;
    }

    private static byte[] bytes(FieldVector vector, int row) {
        if (vector instanceof org.apache.arrow.vector.VarCharVector texts) {
            return texts.get(row);
        }
        if (vector instanceof org.apache.arrow.vector.VarBinaryVector values) {
            return values.get(row);
        }
        if (vector instanceof org.apache.arrow.vector.LargeVarCharVector texts) {
            return texts.get(row);
        }
        if (vector instanceof org.apache.arrow.vector.LargeVarBinaryVector values) {
            return values.get(row);
        }
        return vector instanceof ViewVarCharVector texts ? texts.get(row) : ((ViewVarBinaryVector) vector).get(row);
    }
}
