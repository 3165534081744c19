package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import io.chconnect.types.text.ValueText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON objects as columns: one for each typed and each dynamic path, and what is rare in one list of entries per row. */
public final class JSONPathsColumn extends JSONColumn {
    private final int rowCount;
    private final Map<String, Column> typed;
    private final Map<String, DynamicColumn> dynamic;
    private final JSONSharedData shared;
    private final List<Map.Entry<String, Column>> ordered;

    /**
     * Creates the column.
     *
     * @param type the type
     * @param rowCount how many rows there are
     * @param typed a column for each path with a declared type
     * @param dynamic a column for each path that has one, without those of {@code typed}
     * @param shared the paths without a column of their own
     */
    public JSONPathsColumn(
            DataType type,
            int rowCount,
            Map<String, Column> typed,
            Map<String, DynamicColumn> dynamic,
            JSONSharedData shared) {
        super(type);
        this.rowCount = rowCount;
        this.typed = sorted(typed);
        this.dynamic = sorted(dynamic);
        this.shared = shared;
        Map<String, Column> both = new TreeMap<>(Utf8.BYTE_ORDER);
        both.putAll(typed);
        both.putAll(dynamic);
        this.ordered = new ArrayList<>(both.entrySet());
    }

    @Override
    public int rowCount() {
        return rowCount;
    }

    @Override
    public Map<String, @Nullable Object> get(int row) {
        return JSONNesting.nest(paths(row, false));
    }

    @Override
    public String getText(int row) {
        return ValueText.of(type(), paths(row, true));
    }

    /**
     * The columns of the paths with a declared type.
     *
     * @return unmodifiable, in the order of the paths
     */
    public Map<String, Column> typed() {
        return typed;
    }

    /**
     * The columns of the paths that have one without a declared type.
     *
     * @return unmodifiable, in the order of the paths
     */
    public Map<String, DynamicColumn> dynamic() {
        return dynamic;
    }

    /**
     * The paths without a column of their own.
     *
     * @return for each row its entries
     */
    public JSONSharedData shared() {
        return shared;
    }

    /** The values of a row by their whole paths, in order. */
    private Map<String, @Nullable Object> paths(int row, boolean exact) {
        int from = shared.offsets()[row];
        int to = shared.offsets()[row + 1];
        Map<String, @Nullable Object> paths = from == to ? new LinkedHashMap<>() : new TreeMap<>(Utf8.BYTE_ORDER);
        for (Map.Entry<String, Column> path : ordered) {
            Column column = path.getValue();
            if (!column.isNull(row) || typed.containsKey(path.getKey())) {
                paths.put(path.getKey(), value(column, row, exact));
            }
        }
        for (int entry = from; entry < to; entry++) {
            paths.put(shared.path(entry), value(shared.values(), entry, exact));
        }
        return paths;
    }

    private static @Nullable Object value(Column column, int row, boolean exact) {
        return exact ? ExactValues.of(column, row) : column.get(row);
    }

    private static <C extends Column> Map<String, C> sorted(Map<String, C> columns) {
        Map<String, C> sorted = new TreeMap<>(Utf8.BYTE_ORDER);
        sorted.putAll(columns);
        return Collections.unmodifiableMap(sorted);
    }
}
