package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.FixedBytesColumn;
import io.chconnect.types.SimpleType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** UUID: two halves in little-endian order here, sixteen bytes in the order of the text there. */
final class UUIDMapping extends Mapping {
    private static final int WIDTH = 16;

    UUIDMapping() {
        super(SimpleType.UUID, new ArrowType.FixedSizeBinary(WIDTH));
    }

    @Override
    Map<String, String> metadata() {
        return Map.of("ARROW:extension:name", "arrow.uuid", "ARROW:extension:metadata", "");
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        long[] halves = new long[2 * column.rowCount()];
        ByteBuffer.wrap(((FixedBytesColumn) column).bytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(halves);
        out.field(column.rowCount(), nulls);
        out.longs(halves, ByteOrder.BIG_ENDIAN);
    }

    @Override
    public boolean accepts(Field field) {
        ArrowType type = field.getType();
        return (type instanceof ArrowType.ExtensionType extension ? extension.storageType() : type).equals(arrowType());
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        int rows = vector.getValueCount();
        byte[] bytes = new byte[Math.multiplyExact(rows, WIDTH)];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .put(VectorInput.longs(vector.getDataBuffer(), 2 * rows, ByteOrder.BIG_ENDIAN));
        NullRows.clear(bytes, WIDTH, nulls);
        return in.factory().stored(type(), bytes);
    }
}
