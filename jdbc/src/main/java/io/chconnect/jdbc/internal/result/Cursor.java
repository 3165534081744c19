package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.Block;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The place in a result: a block, and a row within it. */
abstract sealed class Cursor permits ForwardCursor, ScrollCursor {
    /** The block of the current row; null outside of the rows. */
    @Nullable
    Block block;

    /** The current row within its block. */
    int row = -1;

    /** Goes one row on. */
    abstract boolean next() throws SQLException;

    /** The number of the current row, counted from 1; 0 outside of the rows. */
    abstract long rowNumber();

    abstract boolean beforeFirst() throws SQLException;

    abstract boolean afterLast() throws SQLException;

    abstract boolean first();

    abstract boolean last() throws SQLException;

    abstract void close() throws SQLException;
}
