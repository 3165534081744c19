package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.NullableType;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Nullable: a map of the rows that are NULL here, a bit for each row that is not there. */
final class NullableMapping extends Mapping {
    private final Mapping inner;
    private final DataType readType;

    NullableMapping(NullableType type, Mapping inner) {
        super(type, inner.arrowType());
        this.inner = inner;
        this.readType = inner.readType().equals(inner.type()) ? type : DataTypes.nullable(inner.readType());
    }

    Mapping inner() {
        return inner;
    }

    @Override
    public DataType readType() {
        return readType;
    }

    @Override
    List<Field> children() {
        return inner.children();
    }

    @Override
    Map<String, String> metadata() {
        return inner.metadata();
    }

    @Override
    boolean takesNulls() {
        return true;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        Column values = column instanceof NullableColumn nullable ? nullable.values() : column;
        inner.write(values, NullRows.either(column.nullMap(), nulls), out);
    }

    @Override
    public boolean accepts(Field field) {
        return inner.accepts(field);
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        return new NullableColumn(readType, nulls, inner.read(in, vector, nulls));
    }
}
