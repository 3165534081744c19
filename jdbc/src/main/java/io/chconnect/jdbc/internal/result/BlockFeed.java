package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.Block;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Gives the blocks of a result, one by one. */
public interface BlockFeed {
    /** The next block with rows; null at the end. */
    @Nullable
    Block next() throws SQLException;

    /** Lets go of what was not read. From any thread, and more than once. */
    void close() throws SQLException;
}
