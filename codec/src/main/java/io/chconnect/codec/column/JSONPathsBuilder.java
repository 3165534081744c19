package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link JSONPathsColumn} from maps. Inner maps become paths; of an empty inner map nothing is left, as on the
 * server. The first paths get columns of their own, as many as the type allows, the others are shared. Not thread-safe.
 */
public final class JSONPathsBuilder {
    private final DataType type;
    private final int maxDynamicPaths;
    private final Map<String, ColumnBuilder> typed;
    private final Supplier<DynamicColumnBuilder> dynamicBuilder;
    private final Map<String, DynamicColumnBuilder> dynamic = new LinkedHashMap<>();
    private final OffsetsBuilder sharedOffsets = new OffsetsBuilder(0);
    private final List<String> sharedPaths = new ArrayList<>();
    private final DynamicColumnBuilder sharedValues;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param maxDynamicPaths how many paths get columns of their own
     * @param typed a builder for each path with a declared type
     * @param dynamicBuilder makes the builder of a path without a declared type
     */
    public JSONPathsBuilder(
            DataType type,
            int maxDynamicPaths,
            Map<String, ColumnBuilder> typed,
            Supplier<DynamicColumnBuilder> dynamicBuilder) {
        this.type = type;
        this.maxDynamicPaths = maxDynamicPaths;
        this.typed = typed;
        this.dynamicBuilder = dynamicBuilder;
        this.sharedValues = dynamicBuilder.get();
    }

    /** Adds an object. */
    void append(Map<?, ?> map) {
        Map<String, Object> rest = new TreeMap<>(Utf8.BYTE_ORDER);
        Set<String> declared = new HashSet<>();
        collect("", map, declared, rest);
        for (Map.Entry<String, ColumnBuilder> path : typed.entrySet()) {
            if (!declared.contains(path.getKey())) {
                path.getValue().appendDefault();
            }
        }
        int shared = 0;
        for (Map.Entry<String, Object> path : rest.entrySet()) {
            DynamicColumnBuilder column = column(path.getKey());
            if (column != null) {
                column.append(path.getValue());
            } else {
                sharedPaths.add(path.getKey());
                sharedValues.append(path.getValue());
                shared++;
            }
        }
        sharedOffsets.append(shared);
        size++;
    }

    /** Adds an object of a column of the same type. */
    void appendFrom(JSONPathsColumn source, int row) {
        typed.forEach((path, builder) -> builder.appendFrom(declared(source, path), row));
        Map<String, MemberColumn> columns = new TreeMap<>(Utf8.BYTE_ORDER);
        Map<String, Integer> rows = new LinkedHashMap<>();
        source.dynamic().forEach((path, column) -> {
            if (!column.isNull(row)) {
                columns.put(path, column);
                rows.put(path, row);
            }
        });
        JSONSharedData data = source.shared();
        for (int entry = data.offsets()[row]; entry < data.offsets()[row + 1]; entry++) {
            columns.put(data.path(entry), data.values());
            rows.put(data.path(entry), entry);
        }
        int shared = 0;
        for (Map.Entry<String, MemberColumn> path : columns.entrySet()) {
            DynamicColumnBuilder column = column(path.getKey());
            DynamicColumnBuilder target = column == null ? sharedValues : column;
            target.appendFrom(path.getValue(), rows.getOrDefault(path.getKey(), row));
            if (column == null) {
                sharedPaths.add(path.getKey());
                shared++;
            }
        }
        sharedOffsets.append(shared);
        size++;
    }

    /** Adds the empty object. */
    void appendDefault() {
        append(Map.of());
    }

    void truncate(int newSize) {
        size = Math.min(size, newSize);
        typed.values().forEach(builder -> builder.truncate(size));
        dynamic.values().forEach(builder -> builder.truncate(Math.min(size, builder.size())));
        sharedOffsets.truncate(size);
        sharedValues.truncate(sharedOffsets.end());
        sharedPaths.subList(sharedOffsets.end(), sharedPaths.size()).clear();
    }

    long byteSize() {
        long bytes = sharedOffsets.byteSize() + sharedValues.byteSize();
        for (String path : sharedPaths) {
            bytes += path.length();
        }
        for (ColumnBuilder builder : typed.values()) {
            bytes += builder.byteSize();
        }
        for (ColumnBuilder builder : dynamic.values()) {
            bytes += builder.byteSize();
        }
        return bytes;
    }

    JSONPathsColumn build() {
        Map<String, Column> typedColumns = new LinkedHashMap<>();
        typed.forEach((path, builder) -> typedColumns.put(path, builder.build()));
        Map<String, DynamicColumn> dynamicColumns = new LinkedHashMap<>();
        dynamic.forEach((path, builder) -> {
            fill(builder);
            dynamicColumns.put(path, builder.build());
        });
        return new JSONPathsColumn(
                type,
                size,
                typedColumns,
                dynamicColumns,
                new JSONSharedData(sharedOffsets.build(), sharedPaths, sharedValues.build()));
    }

    private void collect(String prefix, Map<?, ?> map, Set<String> declared, Map<String, Object> rest) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw ConversionException.of(entry.getKey(), type.name(), "expected a String as the name of a value");
            }
            String path = prefix + name;
            Object value = entry.getValue();
            ColumnBuilder builder = typed.get(path);
            if (builder != null) {
                if (!declared.add(path)) {
                    throw twice(path);
                }
                append(builder, path, value);
            } else if (value instanceof Map) {
                collect(path + ".", (Map<?, ?>) value, declared, rest);
            } else if (value != null && rest.put(path, value) != null) {
                throw twice(path);
            }
        }
    }

    private ConversionException twice(String path) {
        return new ConversionException("the path " + path + " stands twice in a value of " + type.name());
    }

    private static void append(ColumnBuilder builder, String path, @Nullable Object value) {
        if (value != null) {
            builder.append(value);
            return;
        }
        try {
            builder.appendNull();
        } catch (ConversionException e) {
            throw new ConversionException("NULL at the path " + path + ", whose type is not nullable");
        }
    }

    /** The column of a path, as long as all rows before this one; null when the path is shared. */
    private @Nullable DynamicColumnBuilder column(String path) {
        DynamicColumnBuilder column = dynamic.get(path);
        if (column == null) {
            if (dynamic.size() >= maxDynamicPaths) {
                return null;
            }
            column = dynamicBuilder.get();
            dynamic.put(path, column);
        }
        fill(column);
        return column;
    }

    private void fill(DynamicColumnBuilder column) {
        while (column.size() < size) {
            column.appendNull();
        }
    }

    private static Column declared(JSONPathsColumn source, String path) {
        Column column = source.typed().get(path);
        if (column == null) {
            throw new ConversionException(
                    "no path " + path + " in a value of " + source.type().name());
        }
        return column;
    }
}
