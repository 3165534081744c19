package io.chconnect.error;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that are not what the format demands. {@link #offset()} and {@link #path()} say where, for example byte 4711 at
 * {@code column 3 "tags" > Array > LowCardinality}.
 */
public final class MalformedDataException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    /** Bytes from the start of the data. */
    private final long offset;

    /** The place in the structure. */
    private final String path;

    /** Whether the data ended too early. */
    private final boolean endOfData;

    /**
     * Creates the exception.
     *
     * @param problem what is wrong, with the value and what was expected
     * @param offset bytes from the start of the data
     * @param path the place in the structure; empty outside of any column
     * @param endOfData whether the data ended before the structure did
     * @param cause the underlying failure, or null
     */
    public MalformedDataException(
            String problem, long offset, String path, boolean endOfData, @Nullable Throwable cause) {
        super(
                "Malformed data at byte " + offset + (path.isEmpty() ? "" : ", " + path) + ": " + problem,
                StatementOutcome.NOT_APPLICABLE,
                cause);
        this.offset = offset;
        this.path = path;
        this.endOfData = endOfData;
    }

    /**
     * Where it was found.
     *
     * @return bytes from the start of the data, after decompression
     */
    public long offset() {
        return offset;
    }

    /**
     * The place in the structure.
     *
     * @return empty outside of any column
     */
    public String path() {
        return path;
    }

    /**
     * Whether the data ended too early, as after a broken connection.
     *
     * @return false when there were bytes, but wrong ones
     */
    public boolean endOfData() {
        return endOfData;
    }
}
