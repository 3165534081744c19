package io.chconnect.jdbc.internal.statement;

import io.chconnect.jdbc.internal.error.SelfWrapper;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.result.FetchHints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What a statement remembers: limits and hints. */
abstract class StatementAttributes implements Statement, SelfWrapper {
    private final int resultType;
    private long maxRows;
    private int maxFieldSize;
    private int queryTimeout;
    private final FetchHints fetchHints = new FetchHints();
    private boolean escapes = true;
    private boolean poolable;
    private boolean closeOnCompletion;

    StatementAttributes(int resultType) {
        this.resultType = resultType;
    }

    abstract void requireOpen() throws SQLException;

    final boolean escapes() {
        return escapes;
    }

    @Override
    public int getMaxFieldSize() throws SQLException {
        requireOpen();
        return maxFieldSize;
    }

    /** Remembered only: values are never cut. */
    @Override
    public void setMaxFieldSize(int bytes) throws SQLException {
        requireOpen();
        requirePositive("maximal field size", bytes);
        maxFieldSize = bytes;
    }

    @Override
    public int getMaxRows() throws SQLException {
        return (int) Math.min(getLargeMaxRows(), Integer.MAX_VALUE);
    }

    @Override
    public void setMaxRows(int rows) throws SQLException {
        setLargeMaxRows(rows);
    }

    @Override
    public long getLargeMaxRows() throws SQLException {
        requireOpen();
        return maxRows;
    }

    /** Counted here, so that the statement and its settings stay as they are. */
    @Override
    public void setLargeMaxRows(long rows) throws SQLException {
        requireOpen();
        requirePositive("maximal number of rows", rows);
        maxRows = rows;
    }

    @Override
    public void setEscapeProcessing(boolean on) throws SQLException {
        requireOpen();
        escapes = on;
    }

    @Override
    public int getQueryTimeout() throws SQLException {
        requireOpen();
        return queryTimeout;
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        requireOpen();
        requirePositive("query timeout", seconds);
        queryTimeout = seconds;
    }

    @Override
    public void setCursorName(String name) throws SQLException {
        throw SqlErrors.notSupported("A named cursor");
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        requireOpen();
        fetchHints.setDirection(direction);
    }

    @Override
    public int getFetchDirection() throws SQLException {
        requireOpen();
        return fetchHints.direction();
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        requireOpen();
        fetchHints.setSize(rows);
    }

    @Override
    public int getFetchSize() throws SQLException {
        requireOpen();
        return fetchHints.size();
    }

    @Override
    public int getResultSetConcurrency() throws SQLException {
        requireOpen();
        return ResultSet.CONCUR_READ_ONLY;
    }

    @Override
    public int getResultSetType() throws SQLException {
        requireOpen();
        return resultType;
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        requireOpen();
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public void setPoolable(boolean on) throws SQLException {
        requireOpen();
        poolable = on;
    }

    @Override
    public boolean isPoolable() throws SQLException {
        requireOpen();
        return poolable;
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        requireOpen();
        closeOnCompletion = true;
    }

    @Override
    public boolean isCloseOnCompletion() throws SQLException {
        requireOpen();
        return closeOnCompletion;
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        requireOpen();
        return null;
    }

    @Override
    public void clearWarnings() throws SQLException {
        requireOpen();
    }

    private static void requirePositive(String what, long value) throws SQLException {
        if (value < 0) {
            throw SqlErrors.invalidArgument("The " + what + " is " + value + ": expected 0 or more");
        }
    }
}
