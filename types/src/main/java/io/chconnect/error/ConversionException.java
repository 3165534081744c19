package io.chconnect.error;

import org.jspecify.annotations.Nullable;

/**
 * A value cannot become what was asked for without loss. The message names column, row, value and reason. When it is
 * thrown while an insert is prepared, nothing of the block has been sent.
 */
public final class ConversionException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    /** The longest text of a value that a message shows, in characters. */
    private static final int MAX_VALUE_LENGTH = 100;

    /** The value and what was expected. */
    private final String problem;

    /** The column, or null. */
    private final @Nullable String column;

    /** The row, or a negative number. */
    private final long row;

    /**
     * Creates the exception without a place; {@link #at} adds it.
     *
     * @param problem the value and what was expected
     */
    public ConversionException(String problem) {
        this(problem, null, -1, null);
    }

    private ConversionException(String problem, @Nullable String column, long row, @Nullable Throwable cause) {
        super(place(column, row) + problem, StatementOutcome.NOT_SENT, cause);
        this.problem = problem;
        this.column = column;
        this.row = row;
    }

    /**
     * The exception for a value that does not fit.
     *
     * @param value the value, or null
     * @param target what it should have become
     * @param reason why it cannot
     * @return the exception to throw
     */
    public static ConversionException of(@Nullable Object value, String target, String reason) {
        String text = String.valueOf(value);
        if (text.length() > MAX_VALUE_LENGTH) {
            text = text.substring(0, MAX_VALUE_LENGTH) + "…";
        }
        String kind = value == null ? "" : " (" + value.getClass().getSimpleName() + ")";
        return new ConversionException("cannot convert " + text + kind + " to " + target + ": " + reason);
    }

    /**
     * The same failure with its place.
     *
     * @param columnName the column's name
     * @param rowNumber the row, counted from 0 in its block or insert; negative when it is not known
     * @return a new exception whose cause is this one
     */
    public ConversionException at(String columnName, long rowNumber) {
        return new ConversionException(problem, columnName, rowNumber, this);
    }

    /**
     * The same failure with its row.
     *
     * @param rowNumber the row, counted from 0 in its block or insert
     * @return a new exception whose cause is this one
     */
    public ConversionException atRow(long rowNumber) {
        return new ConversionException(problem, column, rowNumber, this);
    }

    /**
     * The column's name.
     *
     * @return null when it is not known
     */
    public @Nullable String column() {
        return column;
    }

    /**
     * The row, counted from 0 in its block or insert.
     *
     * @return negative when it is not known
     */
    public long row() {
        return row;
    }

    private static String place(@Nullable String column, long row) {
        if (column == null) {
            return row < 0 ? "" : "Row " + row + ": ";
        }
        return "Column \"" + column + "\"" + (row < 0 ? "" : ", row " + row) + ": ";
    }
}
