package io.chconnect.codec.column;

import java.util.List;

/** The paths of JSON objects that have no column of their own: for each row a list of paths with their values. */
public final class JSONSharedData {
    private final int[] offsets;
    private final List<String> paths;
    private final DynamicColumn values;

    /**
     * Creates the lists.
     *
     * @param offsets where each row starts in {@code paths} and {@code values}, and behind the last one where it ends: one
     *     more than there are rows; owned by the lists from now on
     * @param paths the paths of all rows, one row after the other
     * @param values the value of each path
     */
    public JSONSharedData(int[] offsets, List<String> paths, DynamicColumn values) {
        this.offsets = offsets;
        this.paths = List.copyOf(paths);
        this.values = values;
    }

    /**
     * Where each row starts in {@link #values()}, and behind the last one where it ends.
     *
     * @return the own array, not to be written to
     */
    public int[] offsets() {
        return offsets;
    }

    /**
     * The path of an entry.
     *
     * @param entry from 0 to the last offset minus 1
     * @return the whole path, with points between its names
     */
    public String path(int entry) {
        return paths.get(entry);
    }

    /**
     * The values of all rows, one row after the other.
     *
     * @return a column with a value for each entry
     */
    public DynamicColumn values() {
        return values;
    }
}
