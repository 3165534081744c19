package io.chconnect.benchmarks.path;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The rows of the insert pair, as a program has them: primitive arrays and Java strings. */
final class InsertData {
    final long[] ids;
    final String[] names;
    final double[] metrics;
    final int[] seconds;
    final ZonedDateTime[] times;
    final int[] codes;

    InsertData(int rows) {
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

    int rows() {
        return ids.length;
    }
}
