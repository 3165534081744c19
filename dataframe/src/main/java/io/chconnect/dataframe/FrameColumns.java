package io.chconnect.dataframe;

import io.chconnect.client.ResultColumn;
import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.LowCardinalityColumn;
import io.chconnect.types.DataType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TypeKind;
import java.util.ArrayList;
import java.util.List;
import org.dflib.BooleanSeries;
import org.dflib.DataFrame;
import org.dflib.DoubleSeries;
import org.dflib.FloatSeries;
import org.dflib.Index;
import org.dflib.IntSeries;
import org.dflib.LongSeries;
import org.dflib.Series;
import org.jspecify.annotations.Nullable;

/** Columns as series, and series as arrays for columns. */
final class FrameColumns {
    private FrameColumns() {}

    /** A frame of blocks, one below the other. */
    static DataFrame frame(List<ResultColumn> columns, List<Block> blocks, FrameNulls nulls) {
        Index names = Index.of(columns.stream().map(ResultColumn::name).toArray(String[]::new));
        Series<?>[] series = new Series<?>[columns.size()];
        for (int i = 0; i < series.length; i++) {
            List<Column> parts = new ArrayList<>();
            for (Block block : blocks) {
                parts.add(block.column(i));
            }
            series[i] = series(plain(columns.get(i).type()), parts, nulls);
        }
        return DataFrame.byColumn(names).of(series);
    }

    /** An array for an insert. */
    static Object array(Series<?> series) {
        int rows = series.size();
        if (series instanceof IntSeries ints) {
            return ints.toIntArray();
        }
        if (series instanceof LongSeries longs) {
            return longs.toLongArray();
        }
        if (series instanceof DoubleSeries doubles) {
            return doubles.toDoubleArray();
        }
        if (series instanceof FloatSeries floats) {
            float[] values = new float[rows];
            floats.copyToFloat(values, 0, 0, rows);
            return values;
        }
        if (series instanceof BooleanSeries booleans) {
            boolean[] values = new boolean[rows];
            booleans.copyToBool(values, 0, 0, rows);
            return values;
        }
        Object[] values = new Object[rows];
        series.copyTo(values, 0, 0, rows);
        return values;
    }

    private static Series<?> series(DataType type, List<Column> parts, FrameNulls nulls) {
        return switch (type.kind()) {
            case STRING, DATE, DATE32, DATETIME, DATETIME64, DECIMAL, UUID -> onDemand(parts);
            default ->
                nulls == FrameNulls.OBJECTS && parts.stream().anyMatch(part -> part.nullMap() != null)
                        ? objects(parts)
                        : numbers(type, parts);
        };
    }

    private static Series<?> numbers(DataType type, List<Column> parts) {
        return switch (type.kind()) {
            case INT8, INT16, INT32, UINT8, UINT16 -> Series.ofInt(NumberArrays.ints(parts));
            case INT64, UINT32 -> Series.ofLong(NumberArrays.longs(parts));
            case UINT64 -> {
                long[] values = NumberArrays.longs(parts);
                yield NumberArrays.anyNegative(values) ? objects(parts) : Series.ofLong(values);
            }
            case FLOAT32, BFLOAT16 -> Series.ofFloat(NumberArrays.floats(parts));
            case FLOAT64 -> Series.ofDouble(NumberArrays.doubles(parts));
            case BOOL -> Series.ofBool(NumberArrays.booleans(parts));
            default -> objects(parts);
        };
    }

    /** Objects that are cheap to make again; those of a dictionary are there already. */
    private static Series<?> onDemand(List<Column> parts) {
        return parts.stream().anyMatch(LowCardinalityColumn.class::isInstance)
                ? objects(parts)
                : ColumnSeries.of(parts);
    }

    private static Series<?> objects(List<Column> parts) {
        int rows = parts.stream().mapToInt(Column::rowCount).sum();
        @Nullable Object[] all = new @Nullable Object[rows];
        int next = 0;
        for (Column part : parts) {
            @Nullable Object[] values = part.toObjects();
            System.arraycopy(values, 0, all, next, values.length);
            next += values.length;
        }
        return Series.of(all);
    }

    /** The type of the values. */
    private static DataType plain(DataType type) {
        if (type.kind() == TypeKind.NULLABLE) {
            return plain(((NullableType) type).inner());
        }
        if (type.kind() == TypeKind.LOW_CARDINALITY) {
            return plain(((LowCardinalityType) type).inner());
        }
        return type.kind() == TypeKind.SIMPLE_AGGREGATE_FUNCTION
                ? plain(((SimpleAggregateFunctionType) type).storage())
                : type;
    }
}
