package io.chconnect.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads and inserts many rows, and tells how much of the heap is in use on the way. */
final class SmallHeapProgram {
    private static final long MIB = 1L << 20;
    private static final int MEASUREMENTS = 10;

    private final List<Long> used = new ArrayList<>();

    private SmallHeapProgram() {}

    /** Arguments: the URL, rows to read, rows to insert. */
    public static void main(String[] args) throws SQLException {
        long read = Long.parseLong(args[1]);
        long insert = Long.parseLong(args[2]);
        SmallHeapProgram program = new SmallHeapProgram();
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement statement = connection.createStatement()) {
            program.read(statement, read);
            statement.execute(
                    "CREATE OR REPLACE TABLE small_heap (a Int64, b String, c Float64, d DateTime64(3, 'UTC'))"
                            + " ENGINE = MergeTree ORDER BY a");
            program.insert(connection, insert);
            try (ResultSet result = statement.executeQuery(
                    "SELECT count(), sum(a), countIf(b = concat('row ', toString(a))) = count() FROM small_heap")) {
                result.next();
                System.out.println(
                        "inserted " + result.getLong(1) + " sum " + result.getLong(2) + " all " + result.getBoolean(3));
            }
            statement.execute("DROP TABLE small_heap");
        }
        System.out.println("used " + program.used);
    }

    private void read(Statement statement, long rows) throws SQLException {
        long sum = 0;
        long count = 0;
        long start = System.nanoTime();
        try (ResultSet result = statement.executeQuery(
                "SELECT number AS a, toString(number) AS b, number / 2 AS c FROM numbers(" + rows + ")")) {
            while (result.next()) {
                sum += result.getLong(1) + result.getString("b").length() + (long) result.getDouble(3);
                count++;
                measure(count, rows);
            }
        }
        System.out.println("read " + count + " checksum " + sum + " seconds " + seconds(start));
    }

    private void insert(Connection connection, long rows) throws SQLException {
        long start = System.nanoTime();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO small_heap VALUES (?, ?, ?, ?)")) {
            for (long i = 1; i <= rows; i++) {
                insert.setLong(1, i);
                insert.setString(2, "row " + i);
                insert.setDouble(3, i / 2.0);
                insert.setObject(4, java.time.Instant.ofEpochMilli(i * 1000));
                insert.addBatch();
                if (i % 100_000 == 0) {
                    insert.executeBatch();
                }
                measure(i, rows);
            }
            insert.executeBatch();
        }
        System.out.println("written " + rows + " seconds " + seconds(start));
    }

    @SuppressWarnings("SystemGc") // what is left after it is what is in use
    private void measure(long done, long all) {
        if (done % (all / MEASUREMENTS) == 0) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            used.add((runtime.totalMemory() - runtime.freeMemory()) / MIB);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
