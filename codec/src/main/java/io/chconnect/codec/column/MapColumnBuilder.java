package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link MapColumn} from maps, or from collections of entries when keys repeat. Not thread-safe. */
public final class MapColumnBuilder implements ColumnBuilder {
    private final DataType type;
    private final ColumnBuilder keys;
    private final ColumnBuilder values;
    private final OffsetsBuilder offsets;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param keys builds the keys
     * @param values builds the values
     * @param expectedRows how many rows to make room for
     */
    public MapColumnBuilder(DataType type, ColumnBuilder keys, ColumnBuilder values, int expectedRows) {
        this.type = type;
        this.keys = keys;
        this.values = values;
        this.offsets = new OffsetsBuilder(expectedRows);
    }

    @Override
    public int size() {
        return offsets.size();
    }

    @Override
    public void append(Object value) {
        Collection<?> entries;
        if (value instanceof Map) {
            entries = ((Map<?, ?>) value).entrySet();
        } else if (value instanceof Collection) {
            entries = (Collection<?>) value;
        } else {
            throw ConversionException.of(value, type.name(), "expected a Map or a Collection of Map.Entry");
        }
        for (Object entry : entries) {
            if (!(entry instanceof Map.Entry)) {
                throw ConversionException.of(entry, type.name(), "expected a Map.Entry");
            }
            append(keys, ((Map.Entry<?, ?>) entry).getKey());
            append(values, ((Map.Entry<?, ?>) entry).getValue());
        }
        offsets.append(entries.size());
    }

    @Override
    public void appendFrom(Column column, int row) {
        MapColumn map = (MapColumn) column;
        int from = map.offsets()[row];
        int to = map.offsets()[row + 1];
        for (int entry = from; entry < to; entry++) {
            keys.appendFrom(map.keys(), entry);
            values.appendFrom(map.values(), entry);
        }
        offsets.append(to - from);
    }

    @Override
    public void appendDefault() {
        offsets.append(0);
    }

    @Override
    public void truncate(int newSize) {
        offsets.truncate(newSize);
        keys.truncate(offsets.end());
        values.truncate(offsets.end());
    }

    @Override
    public long byteSize() {
        return offsets.byteSize() + keys.byteSize() + values.byteSize();
    }

    @Override
    public MapColumn build() {
        return new MapColumn(type, offsets.build(), keys.build(), values.build());
    }

    private static void append(ColumnBuilder builder, @Nullable Object value) {
        if (value == null) {
            builder.appendNull();
        } else {
            builder.append(value);
        }
    }
}
