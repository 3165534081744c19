package io.chconnect.benchmarks.path.frame;

import org.dflib.DataFrame;
import org.dflib.DoubleSeries;
import org.dflib.IntSeries;
import org.dflib.LongSeries;

/** Adds the numbers of frames up; their rows must all be there. */
final class Frames {
    private Frames() {}

    static long checksum(DataFrame frame) {
        LongSeries id = frame.getColumn("id").castAsLong();
        DoubleSeries metric = frame.getColumn("metric").castAsDouble();
        IntSeries code = frame.getColumn("code").castAsInt();
        long sum = 0;
        for (int row = 0; row < frame.height(); row++) {
            sum += id.getLong(row) + (long) metric.getDouble(row) + code.getInt(row);
        }
        return sum;
    }

    /** What {@link #checksum} gives for a number of rows. */
    static long expected(long rows) {
        long sum = 0;
        for (long number = 0; number < rows; number++) {
            sum += number + (long) (number / 7.0) + number % 100_000;
        }
        return sum;
    }
}
