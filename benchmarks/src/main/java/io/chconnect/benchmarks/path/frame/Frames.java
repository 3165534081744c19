package io.chconnect.benchmarks.path.frame;

import io.chconnect.benchmarks.path.data.FiveColumns;
import java.time.ZonedDateTime;
import org.dflib.DataFrame;
import org.dflib.DoubleSeries;
import org.dflib.IntSeries;
import org.dflib.LongSeries;
import org.dflib.Series;

/** Adds frames up: every value of every column, texts and times as objects. */
final class Frames {
    private Frames() {}

    static long checksum(DataFrame frame) {
        LongSeries id = frame.getColumn("id").castAsLong();
        Series<String> name = frame.getColumn("name");
        DoubleSeries metric = frame.getColumn("metric").castAsDouble();
        Series<ZonedDateTime> at = frame.getColumn("at");
        IntSeries code = frame.getColumn("code").castAsInt();
        long sum = 0;
        for (int row = 0; row < frame.height(); row++) {
            sum += FiveColumns.checksum(
                    id.getLong(row),
                    name.get(row).length(),
                    metric.getDouble(row),
                    at.get(row).toEpochSecond(),
                    code.getInt(row));
        }
        return sum;
    }
}
