package io.chconnect.benchmarks.path;

import io.chconnect.benchmarks.path.read.BlockRead;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** Reads more and more, and takes down time and the most heap in use. */
final class Scaling {
    private static final int REPETITIONS = 3;

    private final String url;

    Scaling(String url) {
        this.url = url;
    }

    /** Ever more rows of one column. */
    List<LineChart.Point> rows(long most) throws Exception {
        return grow(1, most, size -> "SELECT number FROM numbers(" + size + ")", size -> size);
    }

    /** Ever more columns of a thousand rows. */
    List<LineChart.Point> columns(long most) throws Exception {
        return grow(1, most, Scaling::wide, size -> size * 1_000);
    }

    /** The same rows in ever larger blocks. */
    List<LineChart.Point> blockSizes(long most, long rows) throws Exception {
        return grow(
                100,
                most,
                size -> "SELECT number FROM numbers(" + rows + ") SETTINGS max_block_size = " + size,
                size -> rows);
    }

    private List<LineChart.Point> grow(long least, long most, LongFunction<String> sql, LongFunction<Long> values)
            throws Exception {
        List<LineChart.Point> points = new ArrayList<>();
        for (long size = least; size <= most; size *= 10) {
            points.add(point(size, sql.apply(size), values.apply(size)));
        }
        return points;
    }

    private LineChart.Point point(long size, String sql, long values) throws Exception {
        try (BlockRead read = new BlockRead(url, sql)) {
            read.measure(values);
            double millis = Double.MAX_VALUE;
            System.gc();
            resetPeak();
            for (int i = 0; i < REPETITIONS; i++) {
                millis = Math.min(millis, read.measure(values).wallNanos() / 1e6);
            }
            return new LineChart.Point(size, millis, peakMegabytes());
        }
    }

    private static String wide(long columns) {
        StringBuilder sql = new StringBuilder("SELECT number AS c0");
        IntStream.range(1, (int) columns)
                .forEach(
                        i -> sql.append(", number + ").append(i).append(" AS c").append(i));
        return sql.append(" FROM numbers(1000)").toString();
    }

    private static void resetPeak() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static double peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }
}
