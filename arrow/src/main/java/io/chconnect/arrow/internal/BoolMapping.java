package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.types.SimpleType;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Bool: a byte here, a bit there. */
final class BoolMapping extends Mapping {
    BoolMapping() {
        super(SimpleType.BOOL, ArrowType.Bool.INSTANCE);
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        byte[] values = column.asBytes();
        out.field(values.length, nulls);
        byte[] bits = new byte[(values.length + 7) >> 3];
        for (int row = 0; row < values.length; row++) {
            if (values[row] != 0) {
                bits[row >> 3] |= (byte) (1 << (row & 7));
            }
        }
        out.bytes(bits, 0, bits.length);
    }

    @Override
    public boolean accepts(Field field) {
        return field.getType() instanceof ArrowType.Bool;
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        int rows = vector.getValueCount();
        byte[] bits = VectorInput.bytes(vector.getDataBuffer(), (rows + 7) >> 3);
        byte[] values = new byte[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = (byte) ((bits[row >> 3] >> (row & 7)) & 1);
        }
        NullRows.clear(values, nulls);
        return in.factory().stored(type(), values);
    }
}
