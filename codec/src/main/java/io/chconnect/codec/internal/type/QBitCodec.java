package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.QBitColumn;
import io.chconnect.codec.column.QBitColumnBuilder;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.QBitType;
import java.util.Arrays;

/**
 * QBit: for each bit of an element, from the highest to the lowest, a plane with this bit of all elements. A plane of a row
 * has a bit for each element, filled up to whole bytes; the first elements are in its last byte, from the lowest bit on.
 *
 * <pre>
 * data     for each bit: rows × plane
 * alone    varint number of elements, the elements
 *
 * QBit(BFloat16, 3) [1, 2, 3] = 3F80, 4000, 4040 → 00 06 01 01 01 01 01 01 01 04 00 00 00 00 00 00
 * </pre>
 */
final class QBitCodec implements ColumnCodec {
    private final QBitType type;
    private final ColumnCodec element;
    private final int bits;
    private final int planeBytes;

    QBitCodec(QBitType type, ColumnCodec element) {
        this.type = type;
        this.element = element;
        this.bits = type.element().bits();
        this.planeBytes = (type.dimension() + Byte.SIZE - 1) / Byte.SIZE;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        in.enter("QBit");
        long total = (long) rows * planeBytes * bits;
        in.checkCount(total, "bytes of bit planes", WireLimits.MAX_STRING_BYTES);
        byte[] planes = in.readBytes((int) total);
        int count = in.checkCount((long) rows * type.dimension(), "elements", WireLimits.MAX_ELEMENTS);
        long[] words = new long[count];
        for (int bit = 0; bit < bits; bit++) {
            for (int row = 0; row < rows; row++) {
                gather(planes, (bit * rows + row) * planeBytes, words, row * type.dimension());
            }
        }
        in.leave();
        return new QBitColumn(type, FloatWords.column(type.element(), words));
    }

    @Override
    public void write(WireWriter out, Column column) {
        long[] words = FloatWords.of(type.element(), ((QBitColumn) column).elements());
        byte[] plane = new byte[planeBytes];
        for (int bit = bits - 1; bit >= 0; bit--) {
            for (int row = 0; row < column.rowCount(); row++) {
                scatter(words, row * type.dimension(), bit, plane);
                out.writeBytes(plane, 0, planeBytes);
            }
        }
    }

    @Override
    public Column readValues(WireReader in, int count) {
        return SingleValues.read(this, in, count, this::readValue);
    }

    private Column readValue(WireReader in) {
        int length = in.readCount("elements", WireLimits.MAX_ELEMENTS);
        if (length != type.dimension()) {
            throw in.malformed(length + " elements of " + type.name());
        }
        return new QBitColumn(type, element.readValues(in, length));
    }

    @Override
    public void writeValue(WireWriter out, Column column, int row) {
        out.writeVarInt(type.dimension());
        for (int i = 0; i < type.dimension(); i++) {
            element.writeValue(out, ((QBitColumn) column).elements(), row * type.dimension() + i);
        }
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new QBitColumnBuilder(type, element.builder(0));
    }

    /** Adds the next lower bit to each element of a row. */
    private void gather(byte[] planes, int from, long[] words, int first) {
        for (int i = 0; i < type.dimension(); i++) {
            int octet = planes[from + planeBytes - 1 - i / Byte.SIZE];
            words[first + i] = (words[first + i] << 1) | ((octet >> (i % Byte.SIZE)) & 1);
        }
    }

    private void scatter(long[] words, int first, int bit, byte[] plane) {
        Arrays.fill(plane, (byte) 0);
        for (int i = 0; i < type.dimension(); i++) {
            plane[planeBytes - 1 - i / Byte.SIZE] |= (byte) ((words[first + i] >>> bit & 1) << i % Byte.SIZE);
        }
    }
}
