package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The fetch size and direction, remembered only: a server sends blocks of its own size, so that they change nothing. */
public final class FetchHints {
    private int size;
    private int direction = ResultSet.FETCH_FORWARD;

    public FetchHints() {}

    /** The hints that a result begins with: those of its statement, as far as it can follow them. */
    static FetchHints of(@Nullable Statement statement, boolean forwardOnly) throws SQLException {
        FetchHints hints = new FetchHints();
        if (statement != null) {
            hints.size = statement.getFetchSize();
            hints.direction = forwardOnly ? ResultSet.FETCH_FORWARD : statement.getFetchDirection();
        }
        return hints;
    }

    /** A number of rows; 0 means none in particular. */
    public int size() {
        return size;
    }

    public void setSize(int rows) throws SQLException {
        if (rows < 0) {
            throw SqlErrors.invalidArgument("The fetch size " + rows + ": expected 0 or more");
        }
        size = rows;
    }

    /** One of ResultSet's constants. */
    public int direction() {
        return direction;
    }

    public void setDirection(int wanted) throws SQLException {
        if (wanted != ResultSet.FETCH_FORWARD
                && wanted != ResultSet.FETCH_REVERSE
                && wanted != ResultSet.FETCH_UNKNOWN) {
            throw SqlErrors.invalidArgument("The fetch direction " + wanted + " is none of ResultSet's");
        }
        direction = wanted;
    }
}
