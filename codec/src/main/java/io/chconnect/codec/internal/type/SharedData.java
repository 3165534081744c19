package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.DynamicColumn;
import io.chconnect.codec.column.DynamicColumnBuilder;
import io.chconnect.codec.column.JSONPathsColumn;
import io.chconnect.codec.column.JSONSharedData;
import io.chconnect.codec.column.Utf8;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The shared data of JSON: an array of paths and values for each row, sorted by path.
 *
 * <pre>
 * {@link Offsets}, all paths as String, all values as String: each the binary type and the value
 * </pre>
 */
final class SharedData {
    private final DynamicCodec dynamic;
    private final int maxDynamicPaths;

    SharedData(DynamicCodec dynamic, int maxDynamicPaths) {
        this.dynamic = dynamic;
        this.maxDynamicPaths = maxDynamicPaths;
    }

    /** Where a value is. */
    record Place(DynamicColumn column, int row) {}

    JSONSharedData none(int rows) {
        return new JSONSharedData(
                new int[rows + 1], List.of(), dynamic.builder(0).build());
    }

    JSONSharedData read(WireReader in, int rows) {
        in.enter("shared data");
        int[] offsets = Offsets.read(in, rows);
        int count = offsets[rows];
        List<String> paths = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String path = in.readString();
            paths.add(known.computeIfAbsent(path, same -> same));
        }
        DynamicColumnBuilder values = dynamic.builder(0);
        for (int i = 0; i < count; i++) {
            dynamic.readSharedValue(in, values);
        }
        in.leave();
        return new JSONSharedData(offsets, paths, values.build());
    }

    /** The dynamic paths that are written as columns: as many as the type allows, in order. */
    Map<String, DynamicColumn> direct(JSONPathsColumn column) {
        if (column.dynamic().size() <= maxDynamicPaths) {
            return column.dynamic();
        }
        Map<String, DynamicColumn> direct = new LinkedHashMap<>();
        column.dynamic().forEach((path, values) -> {
            if (direct.size() < maxDynamicPaths) {
                direct.put(path, values);
            }
        });
        return direct;
    }

    void write(WireWriter out, JSONPathsColumn column) {
        Set<String> beyond = new LinkedHashSet<>(column.dynamic().keySet());
        beyond.removeAll(direct(column).keySet());
        int[] offsets = new int[column.rowCount() + 1];
        List<String> paths = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (int row = 0; row < column.rowCount(); row++) {
            places(column, row, beyond).forEach((path, place) -> {
                paths.add(path);
                places.add(place);
            });
            offsets[row + 1] = paths.size();
        }
        Offsets.write(out, offsets);
        paths.forEach(out::writeString);
        ValueBuffer buffer = new ValueBuffer();
        for (Place place : places) {
            dynamic.writeSharedValue(out, buffer, place.column(), place.row());
        }
    }

    /** What a row has in shared data and in the given dynamic paths, in the order of the paths. */
    Map<String, Place> places(JSONPathsColumn column, int row, Set<String> dynamicPaths) {
        Map<String, Place> places = new TreeMap<>(Utf8.BYTE_ORDER);
        JSONSharedData data = column.shared();
        for (int entry = data.offsets()[row]; entry < data.offsets()[row + 1]; entry++) {
            places.put(data.path(entry), new Place(data.values(), entry));
        }
        for (String path : dynamicPaths) {
            DynamicColumn values = column.dynamic().get(path);
            if (values != null && !values.isNull(row)) {
                places.put(path, new Place(values, row));
            }
        }
        return places;
    }
}
