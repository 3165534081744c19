package io.chconnect.error;

import org.jspecify.annotations.Nullable;

/** A column has a type that cannot be read or written. The message names the column, the type and the way out. */
public final class UnsupportedTypeException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    /** The column, or null. */
    private final @Nullable String column;

    /** The name of the type. */
    private final String type;

    /** What to do instead. */
    private final String advice;

    /**
     * Creates the exception.
     *
     * @param column the column's name, or null when the type stands alone
     * @param type the type's name
     * @param advice what to do about it
     */
    public UnsupportedTypeException(@Nullable String column, String type, String advice) {
        super(
                (column == null ? "Type " : "Column \"" + column + "\" has type ") + type + ", which is not supported: "
                        + advice,
                StatementOutcome.NOT_APPLICABLE,
                null);
        this.column = column;
        this.type = type;
        this.advice = advice;
    }

    /**
     * The same failure with its column.
     *
     * @param name the column's name
     * @return a new exception
     */
    public UnsupportedTypeException inColumn(String name) {
        return new UnsupportedTypeException(name, type, advice);
    }

    /**
     * The column's name.
     *
     * @return null when the type stands alone
     */
    public @Nullable String column() {
        return column;
    }

    /**
     * The name of the type.
     *
     * @return as the server wrote it
     */
    public String type() {
        return type;
    }
}
