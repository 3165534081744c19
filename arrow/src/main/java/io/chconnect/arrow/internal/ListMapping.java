package io.chconnect.arrow.internal;

import io.chconnect.codec.column.ArrayColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Arrays, also as Nested and as geo types. */
final class ListMapping extends Mapping {
    private final Mapping element;
    private final DataType readType;

    ListMapping(DataType type, Mapping element) {
        super(type, ArrowType.List.INSTANCE);
        this.element = element;
        this.readType = element.readType().equals(element.type()) ? type : new ArrayType(element.readType());
    }

    @Override
    public DataType readType() {
        return readType;
    }

    @Override
    List<Field> children() {
        return List.of(element.field("item"));
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        ArrayColumn arrays = (ArrayColumn) column;
        out.field(arrays.rowCount(), nulls);
        out.ints(arrays.offsets());
        element.write(arrays.elements(), null, out);
    }

    @Override
    public boolean accepts(Field field) {
        return switch (field.getType().getTypeID()) {
            case List, LargeList, FixedSizeList ->
                element.accepts(field.getChildren().get(0));
            default -> false;
        };
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        try (ListOffsets lists = ListOffsets.of(vector, nulls)) {
            return new ArrayColumn(readType, lists.offsets(), in.read(element, lists.elements()));
        }
    }
}
