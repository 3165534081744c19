package io.chconnect.arrow.internal;

import io.chconnect.codec.column.ByteColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DoubleColumn;
import io.chconnect.codec.column.FloatColumn;
import io.chconnect.codec.column.IntColumn;
import io.chconnect.codec.column.ShortColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.TypeKind;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Numbers that are stored alike on both sides. */
final class PrimitiveMapping extends Mapping {
    PrimitiveMapping(DataType type, ArrowType arrowType) {
        super(type, arrowType);
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        out.field(column.rowCount(), nulls);
        if (column instanceof ByteColumn) {
            out.bytes(column.asBytes(), 0, column.rowCount());
        } else if (column instanceof ShortColumn) {
            out.shorts(column.asShorts());
        } else if (column instanceof IntColumn) {
            out.ints(column.asInts());
        } else if (column instanceof FloatColumn) {
            out.floats(column.asFloats());
        } else if (column instanceof DoubleColumn) {
            out.doubles(column.asDoubles());
        } else {
            out.longs(column.asLongs());
        }
    }

    @Override
    public boolean accepts(Field field) {
        return field.getType().equals(arrowType());
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        int rows = vector.getValueCount();
        var data = vector.getDataBuffer();
        Object values;
        if (arrowType() instanceof ArrowType.FloatingPoint real) {
            values = real.getPrecision() == FloatingPointPrecision.SINGLE
                    ? VectorInput.floats(data, rows)
                    : VectorInput.doubles(data, rows);
        } else {
            values = switch (((ArrowType.Int) arrowType()).getBitWidth()) {
                case Byte.SIZE -> VectorInput.bytes(data, rows);
                case Short.SIZE -> VectorInput.shorts(data, rows);
                case Integer.SIZE -> VectorInput.ints(data, rows);
                default -> VectorInput.longs(data, rows);
            };
        }
        NullRows.clear(values, nulls);
        if (type().kind() == TypeKind.BFLOAT16) {
            checkShort((float[]) values);
        }
        return in.factory().stored(type(), values);
    }

    /** The values that have no more bits than a BFloat16. */
    private void checkShort(float[] values) {
        for (int row = 0; row < values.length; row++) {
            if ((Float.floatToRawIntBits(values[row]) & 0xFFFF) != 0) {
                throw ConversionException.of(values[row], type().name(), "it would be rounded")
                        .atRow(row);
            }
        }
    }
}
