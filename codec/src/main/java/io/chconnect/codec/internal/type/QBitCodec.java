package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.QBitColumn;
import io.chconnect.codec.column.QBitColumnBuilder;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;
import io.chconnect.types.QBitType;
import java.util.Arrays;

/**
 * QBit: for each bit of an element, from the highest to the lowest, a plane with this bit of all elements. A plane of a row
 * has a bit for each element, filled up to whole bytes; the first elements are in its last byte, from the lowest bit on. With
 * a stride, so many elements after the other have planes of their own.
 *
 * <pre>
 * data     for each stride, for each bit: rows × plane
 * alone    varint number of elements, the elements
 *
 * QBit(BFloat16, 3) [1, 2, 3] = 3F80, 4000, 4040 → 00 06 01 01 01 01 01 01 01 04 00 00 00 00 00 00
 * </pre>
 */
final class QBitCodec implements ColumnCodec {
    private final DataType type;
    private final QBitType storage;
    private final ColumnCodec element;
    private final int dimension;
    private final int bits;
    private final int planeBytes;

    QBitCodec(DataType type, QBitType storage, ColumnCodec element) {
        this.type = type;
        this.storage = storage;
        this.element = element;
        this.dimension = storage.dimension();
        this.bits = storage.elementBits();
        this.planeBytes = (storage.stride() + Byte.SIZE - 1) / Byte.SIZE;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        in.enter("QBit");
        long total = (long) rows * planeBytes * bits * (dimension / storage.stride());
        in.checkCount(total, "bytes of bit planes", WireLimits.MAX_STRING_BYTES);
        byte[] planes = in.readBytes((int) total);
        int count = in.checkCount((long) rows * dimension, "elements", WireLimits.MAX_ELEMENTS);
        long[] words = new long[count];
        int from = 0;
        for (int first = 0; first < dimension; first += storage.stride()) {
            for (int bit = 0; bit < bits; bit++) {
                for (int row = 0; row < rows; row++) {
                    gather(planes, from, words, row * dimension + first);
                    from += planeBytes;
                }
            }
        }
        in.leave();
        return new QBitColumn(type, dimension, ElementWords.column(storage.element(), words));
    }

    @Override
    public void write(WireWriter out, Column column) {
        long[] words = ElementWords.of(storage.element(), ((QBitColumn) column).elements());
        byte[] plane = new byte[planeBytes];
        for (int first = 0; first < dimension; first += storage.stride()) {
            for (int bit = bits - 1; bit >= 0; bit--) {
                for (int row = 0; row < column.rowCount(); row++) {
                    scatter(words, row * dimension + first, bit, plane);
                    out.writeBytes(plane, 0, planeBytes);
                }
            }
        }
    }

    @Override
    public Column readValues(WireReader in, int count) {
        return SingleValues.read(this, in, count, this::readValue);
    }

    private Column readValue(WireReader in) {
        int length = in.readCount("elements", WireLimits.MAX_ELEMENTS);
        if (length != dimension) {
            throw in.malformed(length + " elements of " + type.name());
        }
        return new QBitColumn(type, dimension, element.readValues(in, length));
    }

    @Override
    public void writeValue(WireWriter out, Column column, int row) {
        out.writeVarInt(dimension);
        for (int i = 0; i < dimension; i++) {
            element.writeValue(out, ((QBitColumn) column).elements(), row * dimension + i);
        }
    }

    @Override
    public long defaultBytes() {
        return (long) dimension * bits / Byte.SIZE;
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new QBitColumnBuilder(type, dimension, element.builder(0));
    }

    /** Adds the next lower bit to each element of a plane. */
    private void gather(byte[] planes, int from, long[] words, int first) {
        for (int i = 0; i < storage.stride(); i++) {
            int octet = planes[from + planeBytes - 1 - i / Byte.SIZE];
            words[first + i] = (words[first + i] << 1) | ((octet >> (i % Byte.SIZE)) & 1);
        }
    }

    private void scatter(long[] words, int first, int bit, byte[] plane) {
        Arrays.fill(plane, (byte) 0);
        for (int i = 0; i < storage.stride(); i++) {
            plane[planeBytes - 1 - i / Byte.SIZE] |= (byte) ((words[first + i] >>> bit & 1) << i % Byte.SIZE);
        }
    }
}
