package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.Block;
import io.chconnect.jdbc.internal.error.SelfWrapper;
import io.chconnect.jdbc.internal.error.SqlErrors;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A result: forwards and streaming, or in memory and scrollable. */
public final class ClickHouseResultSet extends IndexedGetters implements SelfWrapper {
    private final ResultColumns columns;
    private final Cursor cursor;
    private final @Nullable Statement statement;
    private final Runnable whenClosed;
    private volatile boolean closed;
    private final FetchHints fetchHints;

    private ClickHouseResultSet(
            ResultColumns columns, Cursor cursor, @Nullable Statement statement, Runnable whenClosed)
            throws SQLException {
        super(columns);
        this.columns = columns;
        this.cursor = cursor;
        this.statement = statement;
        this.whenClosed = whenClosed;
        this.fetchHints = FetchHints.of(statement, cursor instanceof ForwardCursor);
    }

    /** A result that is read while it arrives; {@code maxRows} 0 means no limit. */
    public static ClickHouseResultSet streaming(
            ResultColumns columns,
            BlockFeed feed,
            @Nullable Block first,
            long maxRows,
            @Nullable Statement statement,
            Runnable whenClosed)
            throws SQLException {
        return new ClickHouseResultSet(columns, new ForwardCursor(feed, first, maxRows), statement, whenClosed);
    }

    /** A result in memory; {@code maxRows} 0 means no limit. */
    public static ClickHouseResultSet scrollable(
            ResultColumns columns,
            java.util.List<Block> blocks,
            long maxRows,
            @Nullable Statement statement,
            Runnable whenClosed)
            throws SQLException {
        return new ClickHouseResultSet(columns, new ScrollCursor(blocks, maxRows), statement, whenClosed);
    }

    @Override
    Block currentBlock() throws SQLException {
        Block block = cursor.block;
        if (block == null || closed) {
            requireOpen();
            throw SqlErrors.wrongState("The result set is not on a row: call next() first, and see what it answers");
        }
        return block;
    }

    @Override
    int currentRow() {
        return cursor.row;
    }

    @Override
    public boolean next() throws SQLException {
        requireOpen();
        try {
            return cursor.next();
        } catch (RuntimeException e) {
            throw SqlErrors.from(e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            SqlErrors.run(cursor::close);
        } finally {
            whenClosed.run();
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public int findColumn(String label) throws SQLException {
        requireOpen();
        return columns.find(label);
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        return new ClickHouseResultSetMetaData(columns);
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        requireOpen();
        return SqlErrors.call(cursor::beforeFirst);
    }

    @Override
    public boolean isAfterLast() throws SQLException {
        requireOpen();
        return SqlErrors.call(cursor::afterLast);
    }

    @Override
    public boolean isFirst() throws SQLException {
        requireOpen();
        return cursor.first();
    }

    @Override
    public boolean isLast() throws SQLException {
        requireOpen();
        return SqlErrors.call(cursor::last);
    }

    @Override
    public void beforeFirst() throws SQLException {
        scroll().goTo(0);
    }

    @Override
    public void afterLast() throws SQLException {
        ScrollCursor scroll = scroll();
        scroll.goTo(scroll.rowCount() + 1);
    }

    @Override
    public boolean first() throws SQLException {
        return scroll().goTo(1);
    }

    @Override
    public boolean last() throws SQLException {
        ScrollCursor scroll = scroll();
        return scroll.goTo(scroll.rowCount());
    }

    @Override
    public int getRow() throws SQLException {
        requireOpen();
        return (int) Math.min(cursor.rowNumber(), Integer.MAX_VALUE);
    }

    @Override
    public boolean absolute(int row) throws SQLException {
        ScrollCursor scroll = scroll();
        return scroll.goTo(row >= 0 ? row : scroll.rowCount() + 1 + row);
    }

    @Override
    public boolean relative(int rows) throws SQLException {
        ScrollCursor scroll = scroll();
        return scroll.goTo(scroll.position() + rows);
    }

    @Override
    public boolean previous() throws SQLException {
        return relative(-1);
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        requireOpen();
        if (direction != FETCH_FORWARD) {
            scroll();
        }
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
    public int getType() throws SQLException {
        requireOpen();
        return cursor instanceof ScrollCursor ? TYPE_SCROLL_INSENSITIVE : TYPE_FORWARD_ONLY;
    }

    @Override
    public int getConcurrency() throws SQLException {
        requireOpen();
        return CONCUR_READ_ONLY;
    }

    @Override
    public int getHoldability() throws SQLException {
        requireOpen();
        return HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public boolean rowUpdated() throws SQLException {
        requireOpen();
        return false;
    }

    @Override
    public boolean rowInserted() throws SQLException {
        requireOpen();
        return false;
    }

    @Override
    public boolean rowDeleted() throws SQLException {
        requireOpen();
        return false;
    }

    @Override
    public @Nullable Statement getStatement() throws SQLException {
        requireOpen();
        return statement;
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

    private ScrollCursor scroll() throws SQLException {
        requireOpen();
        if (cursor instanceof ScrollCursor scroll) {
            return scroll;
        }
        throw SqlErrors.wrongState("The result set goes forwards only: create the statement with "
                + ResultSet.class.getSimpleName() + ".TYPE_SCROLL_INSENSITIVE");
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.wrongState("The result set is closed");
        }
    }
}
