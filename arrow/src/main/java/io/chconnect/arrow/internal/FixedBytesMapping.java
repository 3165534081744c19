package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.FixedBytesColumn;
import io.chconnect.types.DataType;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Values of a fixed number of bytes that are the same on both sides: texts, addresses, whole numbers above 64 bits. */
final class FixedBytesMapping extends Mapping {
    private final int width;

    FixedBytesMapping(DataType type, int width) {
        super(type, new ArrowType.FixedSizeBinary(width));
        this.width = width;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        byte[] bytes = ((FixedBytesColumn) column).bytes();
        out.field(column.rowCount(), nulls);
        out.bytes(bytes, 0, bytes.length);
    }

    @Override
    public boolean accepts(Field field) {
        return field.getType().equals(arrowType());
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        byte[] bytes = VectorInput.bytes(vector.getDataBuffer(), Math.multiplyExact(vector.getValueCount(), width));
        NullRows.clear(bytes, width, nulls);
        return in.factory().stored(type(), bytes);
    }
}
