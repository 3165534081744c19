package io.chconnect.dataframe;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.LongColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.error.ConversionException;
import java.util.Arrays;
import java.util.List;
import org.dflib.Series;
import org.dflib.series.ObjectSeries;
import org.jspecify.annotations.Nullable;

/**
 * Columns, one below the other, as a series whose objects are made when they are asked for, until it is materialized. That
 * each value has an object is seen at once, and not when it is asked for. Thread-safe.
 */
final class ColumnSeries extends ObjectSeries<@Nullable Object> {
    private final Column[] parts;

    /** The first row of each part, and behind the last one the number of rows. */
    private final int[] starts;

    /** The part of the row that was asked for last; threads may see an old one. */
    private int recent;

    private volatile @Nullable Series<@Nullable Object> whole;

    private ColumnSeries(List<Column> columns) {
        super(Object.class);
        parts = columns.stream().filter(column -> column.rowCount() > 0).toArray(Column[]::new);
        starts = new int[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            starts[i + 1] = Math.addExact(starts[i], parts[i].rowCount());
        }
    }

    /**
     * A series of columns.
     *
     * @throws ConversionException if a value is a text that is not UTF-8, or a time that Java has no object for
     */
    static Series<?> of(List<Column> columns) {
        columns.forEach(ColumnSeries::check);
        return new ColumnSeries(columns);
    }

    @Override
    public int size() {
        return starts[parts.length];
    }

    @Override
    public @Nullable Object get(int row) {
        Series<@Nullable Object> made = whole;
        if (made != null) {
            return made.get(row);
        }
        int part = part(row);
        return parts[part].get(row - starts[part]);
    }

    @Override
    public void copyTo(@Nullable Object[] to, int from, int toFirst, int count) {
        Series<@Nullable Object> made = whole;
        if (made != null) {
            made.copyTo(to, from, toFirst, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            to[toFirst + i] = get(from + i);
        }
    }

    @Override
    public Series<@Nullable Object> materialize() {
        Series<@Nullable Object> made = whole;
        if (made == null) {
            @Nullable Object[] all = new @Nullable Object[size()];
            copyTo(all, 0, 0, all.length);
            made = Series.of(all);
            whole = made;
        }
        return made;
    }

    @Override
    public Series<@Nullable Object> fillNulls(@Nullable Object value) {
        return materialize().fillNulls(value);
    }

    @Override
    public Series<@Nullable Object> fillNullsFromSeries(Series<? extends @Nullable Object> values) {
        return materialize().fillNullsFromSeries(values);
    }

    @Override
    public Series<@Nullable Object> fillNullsBackwards() {
        return materialize().fillNullsBackwards();
    }

    @Override
    public Series<@Nullable Object> fillNullsForward() {
        return materialize().fillNullsForward();
    }

    private int part(int row) {
        int part = recent;
        if (part < parts.length && row >= starts[part] && row < starts[part + 1]) {
            return part;
        }
        int found = Arrays.binarySearch(starts, row);
        part = found < 0 ? -found - 2 : found;
        if (part < 0 || part >= parts.length) {
            throw new ArrayIndexOutOfBoundsException(row);
        }
        recent = part;
        return part;
    }

    private static void check(Column column) {
        Column values = column instanceof NullableColumn nullable ? nullable.values() : column;
        if (values instanceof StringColumn texts) {
            if (texts.texts() == null && !isAscii(texts)) {
                for (int row = 0; row < column.rowCount(); row++) {
                    column.get(row);
                }
            }
        } else if (values instanceof LongColumn longs && column.rowCount() > 0) {
            checkTimes(longs);
        }
    }

    private static boolean isAscii(StringColumn texts) {
        byte[] bytes = texts.bytes();
        int end = texts.offsets()[texts.rowCount()];
        byte bits = 0;
        for (int i = 0; i < end; i++) {
            bits |= bytes[i];
        }
        return bits >= 0;
    }

    /** When the least and the greatest have objects, all between have. */
    private static void checkTimes(LongColumn column) {
        long[] ticks = column.asLongs();
        int least = 0;
        int most = 0;
        for (int row = 1; row < ticks.length; row++) {
            least = ticks[row] < ticks[least] ? row : least;
            most = ticks[row] > ticks[most] ? row : most;
        }
        column.get(least);
        column.get(most);
    }
}
