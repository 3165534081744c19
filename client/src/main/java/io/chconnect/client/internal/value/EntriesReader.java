package io.chconnect.client.internal.value;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.MapColumn;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps as lists of their entries, keys that stand twice included. */
record EntriesReader(ColumnReader key, ColumnReader value) implements ColumnReader {
    @Override
    public List<Map.Entry<@Nullable Object, @Nullable Object>> read(Column column, int row) {
        MapColumn map = (MapColumn) column;
        List<Map.Entry<@Nullable Object, @Nullable Object>> entries = new ArrayList<>();
        int end = map.offsets()[row + 1];
        for (int i = map.offsets()[row]; i < end; i++) {
            entries.add(new SimpleImmutableEntry<>(key.read(map.keys(), i), value.read(map.values(), i)));
        }
        return Collections.unmodifiableList(entries);
    }
}
