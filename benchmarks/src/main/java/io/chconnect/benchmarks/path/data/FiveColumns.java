package io.chconnect.benchmarks.path.data;

/** The data of the pairs: UInt64, String, Float64, DateTime, Int32; 32 bytes a row in the Native format. */
public final class FiveColumns {
    public static final String TABLE_COLUMNS = "id UInt64, name String, metric Float64, at DateTime('UTC'), code Int32";

    private FiveColumns() {}

    /** The query that makes them. Its second column has seven or eight characters. */
    public static String select(long rows) {
        return "SELECT number AS id, concat('n', toString(1000000 + number % 1000000)) AS name,"
                + " number / 7 AS metric, toDateTime(1700000000 + number % 1000000, 'UTC') AS at,"
                + " toInt32(number % 100000) AS code FROM numbers(" + rows + ")";
    }

    /** What the readers add up: every value of every column, strings by their lengths. */
    public static long checksum(long id, int nameLength, double metric, long seconds, int code) {
        return id + nameLength + (long) metric + seconds + code;
    }

    /** The sum of {@link #checksum} over all rows, without a server. */
    public static long expected(long rows) {
        long sum = 0;
        for (long number = 0; number < rows; number++) {
            sum += checksum(number, 8, number / 7.0, 1_700_000_000 + number % 1_000_000, (int) (number % 100_000));
        }
        return sum;
    }
}
