package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.TupleColumn;
import io.chconnect.codec.column.TupleColumnBuilder;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;
import io.chconnect.types.TupleType;
import java.util.ArrayList;
import java.util.List;

/**
 * Tuple: its elements one after the other, each as a column. The empty tuple has one filler byte per row.
 *
 * <pre>
 * data of element 1, data of element 2, …     Tuple(UInt8, UInt8) (1, 2), (3, 4) → 01 03 02 04
 * </pre>
 */
final class TupleCodec implements ColumnCodec {
    private static final int FILLER = '0';

    private final DataType type;
    private final TupleType tuple;
    private final List<ColumnCodec> elements;

    TupleCodec(DataType type, TupleType tuple, List<ColumnCodec> elements) {
        this.type = type;
        this.tuple = tuple;
        this.elements = elements;
    }

    List<ColumnCodec> elements() {
        return elements;
    }

    /** The same type with other encodings of its elements. */
    TupleCodec withElements(List<ColumnCodec> others) {
        return new TupleCodec(type, tuple, others);
    }

    @Override
    public Prefix readPrefix(WireReader in) {
        List<Prefix> prefixes = new ArrayList<>();
        for (ColumnCodec element : elements) {
            prefixes.add(element.readPrefix(in));
        }
        return new CompositePrefix(prefixes);
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        if (elements.isEmpty()) {
            for (int row = 0; row < rows; row++) {
                in.readByte();
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            in.enter("Tuple element " + (i + 1));
            columns.add(elements.get(i).read(in, rows, CompositePrefix.part(prefix, i)));
            in.leave();
        }
        return new TupleColumn(type, rows, columns);
    }

    @Override
    public void writePrefix(WireWriter out, Column column) {
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).writePrefix(out, ((TupleColumn) column).elements().get(i));
        }
    }

    @Override
    public void write(WireWriter out, Column column) {
        if (elements.isEmpty()) {
            for (int row = 0; row < column.rowCount(); row++) {
                out.writeByte(FILLER);
            }
        }
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).write(out, ((TupleColumn) column).elements().get(i));
        }
    }

    @Override
    public Column readValues(WireReader in, int count) {
        if (hasNoBytesAlone()) {
            in.checkCount(count, "empty tuples", WireLimits.MAX_ROWS_WITHOUT_DATA);
            return new TupleColumn(
                    type,
                    count,
                    elements.stream()
                            .map(element -> element.readValues(in, count))
                            .toList());
        }
        return SingleValues.read(this, in, count, this::readValue);
    }

    /** Alone, a tuple without elements is nothing at all: no data bound how many of them are said to follow. */
    private boolean hasNoBytesAlone() {
        return elements.stream().allMatch(element -> element instanceof TupleCodec tuple && tuple.hasNoBytesAlone());
    }

    private Column readValue(WireReader in) {
        List<Column> columns = new ArrayList<>();
        elements.forEach(element -> columns.add(element.readValues(in, 1)));
        return new TupleColumn(type, 1, columns);
    }

    @Override
    public void writeValue(WireWriter out, Column column, int row) {
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).writeValue(out, ((TupleColumn) column).elements().get(i), row);
        }
    }

    @Override
    public long defaultBytes() {
        return elements.stream().mapToLong(ColumnCodec::defaultBytes).sum();
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new TupleColumnBuilder(
                type,
                tuple,
                elements.stream().map(element -> element.builder(expectedRows)).toList());
    }
}
