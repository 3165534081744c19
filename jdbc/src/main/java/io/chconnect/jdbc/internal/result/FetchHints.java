package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Checks of hints. A server sends blocks of its own size, so that they change nothing. */
public final class FetchHints {
    private FetchHints() {}

    /** Refuses what is no direction. */
    public static void requireDirection(int direction) throws SQLException {
        if (direction != ResultSet.FETCH_FORWARD
                && direction != ResultSet.FETCH_REVERSE
                && direction != ResultSet.FETCH_UNKNOWN) {
            throw SqlErrors.invalidArgument("The fetch direction " + direction + " is none of ResultSet's");
        }
    }

    /** Refuses a negative number of rows. */
    public static void requireSize(int rows) throws SQLException {
        if (rows < 0) {
            throw SqlErrors.invalidArgument("The fetch size " + rows + ": expected 0 or more");
        }
    }
}
