package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps: the keys and the values of all rows in two columns, and where each row ends. {@link #get} gives a map in the order
 * of the wire; a row that has a key twice is an error there and available as {@link #entries}.
 */
public final class MapColumn implements Column {
    private final DataType type;
    private final int[] offsets;
    private final Column keys;
    private final Column values;

    /**
     * Creates the column.
     *
     * @param type the type
     * @param offsets where each row starts in {@code keys} and {@code values}, and behind the last one where it ends: one
     *     more than there are rows; owned by the column from now on
     * @param keys the keys of all rows
     * @param values the values of all rows
     */
    public MapColumn(DataType type, int[] offsets, Column keys, Column values) {
        this.type = type;
        this.offsets = offsets;
        this.keys = keys;
        this.values = values;
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public int rowCount() {
        return offsets.length - 1;
    }

    @Override
    public Map<@Nullable Object, @Nullable Object> get(int row) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int entry = offsets[row]; entry < offsets[row + 1]; entry++) {
            Object key = keys.get(entry);
            if (map.containsKey(key)) {
                throw new ConversionException(
                        "the key " + key + " stands twice in a map: ask for the entries instead (MapColumn.entries)");
            }
            map.put(key, values.get(entry));
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * The entries of a row, a key that stands twice included.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return unmodifiable, in the order of the wire
     */
    public List<Map.Entry<@Nullable Object, @Nullable Object>> entries(int row) {
        List<Map.Entry<@Nullable Object, @Nullable Object>> entries = new ArrayList<>();
        for (int entry = offsets[row]; entry < offsets[row + 1]; entry++) {
            entries.add(new java.util.AbstractMap.SimpleImmutableEntry<>(keys.get(entry), values.get(entry)));
        }
        return Collections.unmodifiableList(entries);
    }

    /**
     * Where each row starts in {@link #keys()} and {@link #values()}, and behind the last one where it ends.
     *
     * @return the column's own array, {@code rowCount() + 1} long, not to be written to
     */
    public int[] offsets() {
        return offsets;
    }

    /**
     * The keys of all rows, one row after the other.
     *
     * @return a column of the key type
     */
    public Column keys() {
        return keys;
    }

    /**
     * The values of all rows, one row after the other.
     *
     * @return a column of the value type
     */
    public Column values() {
        return values;
    }
}
