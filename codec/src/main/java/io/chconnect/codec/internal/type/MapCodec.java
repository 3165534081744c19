package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.MapColumn;
import io.chconnect.codec.column.MapColumnBuilder;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;
import java.util.List;

/**
 * Map: where each row ends, then the keys of all rows, then the values of all rows.
 *
 * <pre>
 * {@link Offsets}, data of the key type, data of the value type
 * Map(UInt8, UInt8) {1: 2}, {3: 4} → 01 00 … 02 00 … 01 03 02 04
 * </pre>
 */
final class MapCodec implements ColumnCodec {
    /** Keys and values that are empty tuples have no bytes that would bound how many there are. */
    private static final int MAX_ENTRIES_WITHOUT_DATA = 1000;

    private final DataType type;
    private final ColumnCodec key;
    private final ColumnCodec value;

    MapCodec(DataType type, ColumnCodec key, ColumnCodec value) {
        this.type = type;
        this.key = key;
        this.value = value;
    }

    @Override
    public Prefix readPrefix(WireReader in) {
        return new CompositePrefix(List.of(key.readPrefix(in), value.readPrefix(in)));
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        in.enter("Map");
        int[] offsets = Offsets.read(in, rows);
        Column keys = key.read(in, offsets[rows], CompositePrefix.part(prefix, 0));
        Column values = value.read(in, offsets[rows], CompositePrefix.part(prefix, 1));
        in.leave();
        return new MapColumn(type, offsets, keys, values);
    }

    @Override
    public void writePrefix(WireWriter out, Column column) {
        key.writePrefix(out, ((MapColumn) column).keys());
        value.writePrefix(out, ((MapColumn) column).values());
    }

    @Override
    public void write(WireWriter out, Column column) {
        MapColumn map = (MapColumn) column;
        Offsets.write(out, map.offsets());
        key.write(out, map.keys());
        value.write(out, map.values());
    }

    @Override
    public Column readValues(WireReader in, int count) {
        return SingleValues.read(this, in, count, this::readValue);
    }

    private Column readValue(WireReader in) {
        int length = in.readCount("entries", WireLimits.MAX_ELEMENTS);
        ColumnBuilder keys = key.builder(0);
        ColumnBuilder values = value.builder(0);
        long start = in.offset();
        for (int i = 0; i < length; i++) {
            keys.appendFrom(key.readValues(in, 1), 0);
            values.appendFrom(value.readValues(in, 1), 0);
            if (in.offset() == start) {
                in.checkCount(length, "entries of empty tuples", MAX_ENTRIES_WITHOUT_DATA);
            }
        }
        return new MapColumn(type, new int[] {0, length}, keys.build(), values.build());
    }

    @Override
    public void writeValue(WireWriter out, Column column, int row) {
        MapColumn map = (MapColumn) column;
        out.writeVarInt(map.offsets()[row + 1] - map.offsets()[row]);
        for (int i = map.offsets()[row]; i < map.offsets()[row + 1]; i++) {
            key.writeValue(out, map.keys(), i);
            value.writeValue(out, map.values(), i);
        }
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new MapColumnBuilder(type, key.builder(expectedRows), value.builder(expectedRows), expectedRows);
    }
}
