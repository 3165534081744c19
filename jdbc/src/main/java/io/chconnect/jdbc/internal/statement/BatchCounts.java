package io.chconnect.jdbc.internal.statement;

import io.chconnect.jdbc.internal.error.SqlErrors;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** The update counts of a batch; the first failure ends it. */
final class BatchCounts {
    private final long[] counts;
    private int done;

    BatchCounts(int size) {
        counts = new long[size];
    }

    void add(SqlErrors.Work<Long> statement) throws BatchUpdateException {
        try {
            counts[done] = statement.run();
            done++;
        } catch (SQLException e) {
            throw failure(e, Arrays.copyOf(counts, done));
        }
    }

    /** Runs a statement that writes many of the rows at once. */
    void addTogether(int rows, SqlErrors.Work<Long> statement) throws BatchUpdateException {
        try {
            long written = statement.run();
            Arrays.fill(counts, done, done + rows, written >= rows ? 1 : Statement.SUCCESS_NO_INFO);
            done += rows;
        } catch (SQLException e) {
            throw failure(e, Arrays.copyOf(counts, done));
        }
    }

    long[] done() {
        return counts;
    }

    private static BatchUpdateException failure(SQLException cause, long[] counts) {
        return new BatchUpdateException(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), counts, cause);
    }

    static int[] toInts(long[] counts) {
        int[] ints = new int[counts.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) Math.min(counts[i], Integer.MAX_VALUE);
        }
        return ints;
    }
}
