package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.DynamicColumn;
import io.chconnect.codec.column.JSONColumnBuilder;
import io.chconnect.codec.column.JSONPathsBuilder;
import io.chconnect.codec.column.JSONPathsColumn;
import io.chconnect.codec.column.JSONSharedData;
import io.chconnect.codec.column.JSONTextColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;
import io.chconnect.types.SimpleType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON: a column for each declared path, a Dynamic for each dynamic path, and the paths beyond the limit in shared data; or a
 * text for each row. Written is version 0, or 1 for texts.
 *
 * <pre>
 * prefix   UInt64   version: 0 = with limit, 1 = texts, 2, 3 = flattened, where every path has a Dynamic
 *          varint   the limit, in version 0 only; written is the number of paths, as the server does it
 *          varint   dynamic paths, and each by name
 *          prefixes of the declared paths in their order, and of the dynamic ones; in version 1 nothing of all this
 * data     of the declared paths, of the dynamic ones, and but for version 3 {@link SharedData}; in version 1 as String
 * alone    varint number of paths, and for each its name and its value: of the declared type, or as a Dynamic alone
 *
 * {"a": 7} → 00 … 01 01 01 61 | prefix of a | data of a | 00 00 00 00 00 00 00 00
 * </pre>
 */
final class JSONCodec implements ColumnCodec {
    private static final long VERSION_0 = 0;
    private static final long TEXTS = 1;
    private static final long FLATTENED = 3;

    private final DataType type;
    private final int maxDynamicPaths;
    private final Map<String, ColumnCodec> typed;
    private final DynamicCodec dynamic;
    private final SharedData shared;
    private final StringCodec texts = new StringCodec(SimpleType.STRING);

    /** The declared paths come in their order. */
    JSONCodec(DataType type, int maxDynamicPaths, Map<String, ColumnCodec> typed, DynamicCodec dynamic) {
        this.type = type;
        this.maxDynamicPaths = maxDynamicPaths;
        this.typed = typed;
        this.dynamic = dynamic;
        this.shared = new SharedData(dynamic, maxDynamicPaths);
    }

    /** What the prefix said. */
    private record JSONPrefix(long version, List<Prefix> typed, Map<String, Prefix> dynamic) implements Prefix {}

    @Override
    public Prefix readPrefix(WireReader in) {
        in.enter("JSON");
        long version = in.readLong();
        if (version < VERSION_0 || version > FLATTENED) {
            throw in.malformed("JSON in version " + Long.toUnsignedString(version) + ": expected 0 to 3");
        }
        List<Prefix> typedPrefixes = new ArrayList<>();
        Map<String, Prefix> dynamicPrefixes = new LinkedHashMap<>();
        if (version != TEXTS) {
            List<String> paths = readPaths(in, version);
            typed.values().forEach(codec -> typedPrefixes.add(codec.readPrefix(in)));
            for (String path : paths) {
                if (dynamicPrefixes.put(path, dynamic.readPrefix(in)) != null || typed.containsKey(path)) {
                    throw in.malformed("the path " + path + " twice");
                }
            }
        }
        in.leave();
        return new JSONPrefix(version, typedPrefixes, dynamicPrefixes);
    }

    private static List<String> readPaths(WireReader in, long version) {
        if (version == VERSION_0) {
            in.readVarInt();
        }
        int count = in.readCount("dynamic paths", WireLimits.MAX_NAMES);
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paths.add(in.readString());
        }
        return paths;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        JSONPrefix state = (JSONPrefix) prefix;
        in.enter("JSON");
        Column column = state.version == TEXTS
                ? new JSONTextColumn(type, (StringColumn) texts.read(in, rows, Prefix.NONE))
                : readColumns(in, rows, state);
        in.leave();
        return column;
    }

    private JSONPathsColumn readColumns(WireReader in, int rows, JSONPrefix state) {
        Map<String, Column> typedColumns = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, ColumnCodec> path : typed.entrySet()) {
            in.enter(path.getKey());
            typedColumns.put(path.getKey(), path.getValue().read(in, rows, state.typed.get(next++)));
            in.leave();
        }
        Map<String, DynamicColumn> dynamicColumns = new LinkedHashMap<>();
        state.dynamic.forEach((path, dynamicPrefix) -> {
            in.enter(path);
            dynamicColumns.put(path, (DynamicColumn) dynamic.read(in, rows, dynamicPrefix));
            in.leave();
        });
        JSONSharedData data = state.version == FLATTENED ? shared.none(rows) : shared.read(in, rows);
        return new JSONPathsColumn(type, rows, typedColumns, dynamicColumns, data);
    }

    @Override
    public void writePrefix(WireWriter out, Column column) {
        if (column instanceof JSONTextColumn) {
            out.writeLong(TEXTS);
            return;
        }
        JSONPathsColumn values = (JSONPathsColumn) column;
        Map<String, DynamicColumn> direct = shared.direct(values);
        out.writeLong(VERSION_0);
        out.writeVarInt(direct.size());
        out.writeVarInt(direct.size());
        direct.keySet().forEach(out::writeString);
        typed.forEach((path, codec) -> codec.writePrefix(out, declared(values, path)));
        direct.values().forEach(path -> dynamic.writePrefix(out, path));
    }

    @Override
    public void write(WireWriter out, Column column) {
        if (column instanceof JSONTextColumn values) {
            texts.write(out, values.texts());
            return;
        }
        JSONPathsColumn values = (JSONPathsColumn) column;
        typed.forEach((path, codec) -> codec.write(out, declared(values, path)));
        shared.direct(values).values().forEach(path -> dynamic.write(out, path));
        shared.write(out, values);
    }

    @Override
    public Column readValues(WireReader in, int count) {
        return SingleValues.read(this, in, count, this::readValue);
    }

    private Column readValue(WireReader in) {
        int count = in.readCount("paths", WireLimits.MAX_NAMES);
        Map<String, Column> typedColumns = new LinkedHashMap<>();
        Map<String, DynamicColumn> dynamicColumns = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String path = in.readString();
            ColumnCodec codec = typed.get(path);
            Column before = codec == null
                    ? dynamicColumns.put(path, (DynamicColumn) dynamic.readValues(in, 1))
                    : typedColumns.put(path, codec.readValues(in, 1));
            if (before != null) {
                throw in.malformed("the path " + path + " twice");
            }
        }
        typed.forEach(
                (path, codec) -> typedColumns.computeIfAbsent(path, missing -> SingleValues.readDefault(codec, in)));
        return new JSONPathsColumn(type, 1, typedColumns, dynamicColumns, shared.none(1));
    }

    @Override
    public void writeValue(WireWriter out, Column column, int row) {
        JSONPathsColumn values = (JSONPathsColumn) column;
        Map<String, SharedData.Place> present =
                shared.places(values, row, values.dynamic().keySet());
        out.writeVarInt(typed.size() + present.size());
        typed.forEach((path, codec) -> {
            out.writeString(path);
            codec.writeValue(out, declared(values, path), row);
        });
        present.forEach((path, place) -> {
            out.writeString(path);
            dynamic.writeValue(out, place.column(), place.row());
        });
    }

    @Override
    public long defaultBytes() {
        return typed.values().stream().mapToLong(ColumnCodec::defaultBytes).sum();
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new JSONColumnBuilder(type, this::pathsBuilder, expectedRows);
    }

    private JSONPathsBuilder pathsBuilder() {
        Map<String, ColumnBuilder> builders = new LinkedHashMap<>();
        typed.forEach((path, codec) -> builders.put(path, codec.builder(0)));
        return new JSONPathsBuilder(type, maxDynamicPaths, builders, () -> dynamic.builder(0));
    }

    private static Column declared(JSONPathsColumn values, String path) {
        Column column = values.typed().get(path);
        if (column == null) {
            throw new IllegalArgumentException(
                    "no path " + path + " in a column of type " + values.type().name());
        }
        return column;
    }
}
