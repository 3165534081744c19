package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.NothingColumn;
import io.chconnect.types.SimpleType;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Nothing, of which every value is NULL. */
final class NothingMapping extends Mapping {
    NothingMapping() {
        super(SimpleType.NOTHING, ArrowType.Null.INSTANCE);
    }

    @Override
    boolean takesNulls() {
        return true;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        out.fieldWithoutValidity(column.rowCount(), column.rowCount());
    }

    @Override
    public boolean accepts(Field field) {
        return field.getType() instanceof ArrowType.Null;
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        return new NothingColumn(type(), vector.getValueCount());
    }
}
