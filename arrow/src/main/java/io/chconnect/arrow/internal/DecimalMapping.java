package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.FixedBytesColumn;
import io.chconnect.codec.column.IntColumn;
import io.chconnect.types.DecimalType;
import java.util.Arrays;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Decimals: 32 to 256 bits here, 128 or 256 there, little-endian on both sides. */
final class DecimalMapping extends Mapping {
    private final DecimalType decimal;
    private final int width;

    DecimalMapping(DecimalType type) {
        super(type, new ArrowType.Decimal(type.precision(), type.scale(), Math.max(128, type.bits())));
        this.decimal = type;
        this.width = type.bits() / Byte.SIZE;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        out.field(column.rowCount(), nulls);
        if (column instanceof FixedBytesColumn fixed) {
            out.bytes(fixed.bytes(), 0, fixed.bytes().length);
        } else {
            long[] halves = new long[2 * column.rowCount()];
            int[] ints = column instanceof IntColumn ? column.asInts() : null;
            long[] longs = ints == null ? column.asLongs() : null;
            for (int row = 0; row < column.rowCount(); row++) {
                long value = ints != null ? ints[row] : java.util.Objects.requireNonNull(longs)[row];
                halves[2 * row] = value;
                halves[2 * row + 1] = value >> 63;
            }
            out.longs(halves);
        }
    }

    @Override
    public boolean accepts(Field field) {
        return field.getType() instanceof ArrowType.Decimal type
                && type.getScale() == decimal.scale()
                && type.getPrecision() <= decimal.precision()
                && type.getBitWidth() >= 128;
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        int rows = vector.getValueCount();
        int from = ((ArrowType.Decimal) vector.getField().getType()).getBitWidth() / Byte.SIZE;
        byte[] bytes = VectorInput.bytes(vector.getDataBuffer(), Math.multiplyExact(rows, from));
        NullRows.clear(bytes, from, nulls);
        if (width >= 16) {
            return in.factory().stored(type(), resized(bytes, from, rows));
        }
        return width == Integer.BYTES ? ints(in, bytes, from, rows) : longs(in, bytes, from, rows);
    }

    private Column ints(VectorInput in, byte[] bytes, int from, int rows) {
        int[] values = new int[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = (int) low(bytes, row * from);
        }
        return in.factory().stored(type(), values);
    }

    private Column longs(VectorInput in, byte[] bytes, int from, int rows) {
        long[] values = new long[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = low(bytes, row * from);
        }
        return in.factory().stored(type(), values);
    }

    /** Values of as many bytes as the type has; their precision says that they fit. */
    private byte[] resized(byte[] bytes, int from, int rows) {
        if (from == width) {
            return bytes;
        }
        byte[] values = new byte[Math.multiplyExact(rows, width)];
        for (int row = 0; row < rows; row++) {
            int end = row * width + Math.min(width, from);
            System.arraycopy(bytes, row * from, values, row * width, Math.min(width, from));
            if (width > from && bytes[(row + 1) * from - 1] < 0) {
                Arrays.fill(values, end, (row + 1) * width, (byte) -1);
            }
        }
        return values;
    }

    private static long low(byte[] bytes, int offset) {
        long value = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            value = (value << Byte.SIZE) | (bytes[offset + i] & 0xFF);
        }
        return value;
    }
}
