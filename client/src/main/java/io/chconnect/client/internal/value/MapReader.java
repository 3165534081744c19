package io.chconnect.client.internal.value;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.MapColumn;
import io.chconnect.error.ConversionException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps as maps, in the order of the wire. */
record MapReader(ColumnReader key, ColumnReader value) implements ColumnReader {
    @Override
    public Map<@Nullable Object, @Nullable Object> read(Column column, int row) {
        MapColumn map = (MapColumn) column;
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        int end = map.offsets()[row + 1];
        for (int i = map.offsets()[row]; i < end; i++) {
            Object entryKey = key.read(map.keys(), i);
            if (entries.containsKey(entryKey)) {
                throw ConversionException.of(
                        entryKey, "a key of a Map", "it stands twice: ask for a List of Map.Entry instead");
            }
            entries.put(entryKey, value.read(map.values(), i));
        }
        return Collections.unmodifiableMap(entries);
    }
}
