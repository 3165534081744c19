package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.Block;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads a result once, forwards, with one block in memory and the next one looked at. */
final class ForwardCursor extends Cursor {
    private final BlockFeed feed;
    private final long maxRows;
    private @Nullable Block upcoming;
    private long rowsBefore;
    private int rows;
    private boolean started;
    private boolean ended;

    /** Rows beyond {@code maxRows} are not read; 0 means no limit. */
    ForwardCursor(BlockFeed feed, @Nullable Block first, long maxRows) {
        this.feed = feed;
        this.upcoming = first;
        this.maxRows = maxRows == 0 ? Long.MAX_VALUE : maxRows;
        this.ended = first == null;
    }

    @Override
    boolean next() throws SQLException {
        row++;
        return row < rows || nextBlock();
    }

    private boolean nextBlock() throws SQLException {
        started = true;
        rowsBefore += rows;
        rows = 0;
        row = -1;
        block = peek();
        upcoming = null;
        if (block == null) {
            return false;
        }
        rows = (int) Math.min(block.rowCount(), maxRows - rowsBefore);
        row = 0;
        return true;
    }

    /** The block behind the current one. */
    private @Nullable Block peek() throws SQLException {
        if (ended || upcoming != null) {
            return upcoming;
        }
        if (rowsBefore + rows >= maxRows) {
            feed.close();
        } else {
            upcoming = feed.next();
        }
        ended = upcoming == null;
        return upcoming;
    }

    @Override
    long rowNumber() {
        return block == null ? 0 : rowsBefore + row + 1;
    }

    @Override
    boolean beforeFirst() throws SQLException {
        return !started && peek() != null;
    }

    @Override
    boolean afterLast() {
        return started && block == null && rowsBefore > 0;
    }

    @Override
    boolean first() {
        return block != null && rowsBefore + row == 0;
    }

    @Override
    boolean last() throws SQLException {
        return block != null && row == rows - 1 && (rowsBefore + rows >= maxRows || peek() == null);
    }

    @Override
    void close() throws SQLException {
        block = null;
        upcoming = null;
        ended = true;
        rows = 0;
        feed.close();
    }
}
