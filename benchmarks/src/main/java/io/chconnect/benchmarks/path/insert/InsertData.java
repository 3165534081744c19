package io.chconnect.benchmarks.path.insert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The rows of the insert pair, as a program has them: primitive arrays and Java strings. */
public final class InsertData {
    public final long[] ids;
    public final String[] names;
    public final double[] metrics;
    public final int[] seconds;
    public final ZonedDateTime[] times;
    public final int[] codes;

    public InsertData(int rows) {
        ids = new long[rows];
        names = new String[rows];
        metrics = new double[rows];
        seconds = new int[rows];
        times = new ZonedDateTime[rows];
        codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            ids[row] = row;
            names[row] = "n" + (1_000_000 + row % 1_000_000);
            metrics[row] = row / 7.0;
            seconds[row] = 1_700_000_000 + row % 1_000_000;
            times[row] = Instant.ofEpochSecond(seconds[row]).atZone(ZoneOffset.UTC);
            codes[row] = row % 100_000;
        }
    }

    public int rows() {
        return ids.length;
    }
}
