package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.ArrayColumn;
import io.chconnect.codec.column.ArrayColumnBuilder;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;

/**
 * Array: where each row ends, then the elements of all rows as one column.
 *
 * <pre>
 * {@link Offsets}, data of the element type     Array(UInt8) [7], [8, 9] → 01 00 … 03 00 … 07 08 09
 * </pre>
 */
final class ArrayCodec implements ColumnCodec {
    private final DataType type;
    private final ColumnCodec element;

    ArrayCodec(DataType type, ColumnCodec element) {
        this.type = type;
        this.element = element;
    }

    @Override
    public Prefix readPrefix(WireReader in) {
        return element.readPrefix(in);
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        in.enter("Array");
        int[] offsets = Offsets.read(in, rows);
        Column elements = element.read(in, offsets[rows], prefix);
        in.leave();
        return new ArrayColumn(type, offsets, elements);
    }

    @Override
    public void writePrefix(WireWriter out, Column column) {
        element.writePrefix(out, ((ArrayColumn) column).elements());
    }

    @Override
    public void write(WireWriter out, Column column) {
        ArrayColumn array = (ArrayColumn) column;
        Offsets.write(out, array.offsets());
        element.write(out, array.elements());
    }

    @Override
    public Column readValues(WireReader in, int count) {
        return SingleValues.read(this, in, count, this::readValue);
    }

    private Column readValue(WireReader in) {
        int length = in.readCount("elements", WireLimits.MAX_ELEMENTS);
        return new ArrayColumn(type, new int[] {0, length}, element.readValues(in, length));
    }

    @Override
    public void writeValue(WireWriter out, Column column, int row) {
        ArrayColumn array = (ArrayColumn) column;
        out.writeVarInt(array.length(row));
        for (int i = array.offsets()[row]; i < array.offsets()[row + 1]; i++) {
            element.writeValue(out, array.elements(), i);
        }
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new ArrayColumnBuilder(type, element.builder(expectedRows), expectedRows);
    }
}
