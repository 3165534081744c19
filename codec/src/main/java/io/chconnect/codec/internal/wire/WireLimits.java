package io.chconnect.codec.internal.wire;

/** Every limit on numbers that come from the wire. */
public final class WireLimits {
    /** Columns of a block. The server's own {@code max_columns_to_read} is far lower. */
    public static final int MAX_COLUMNS = 1_000_000;

    /** Rows of a block; beyond that the server itself splits. */
    public static final int MAX_ROWS = 1 << 30;

    /** Bytes of a column or type name. */
    public static final int MAX_NAME_BYTES = 16 << 20;

    /** Bytes of all strings of one column of a block: what one Java array holds. */
    public static final int MAX_STRING_BYTES = Integer.MAX_VALUE - 8;

    /** Rows of a column whose encoding has less than a byte for each row. */
    public static final int MAX_ROWS_WITHOUT_DATA = 4 << 20;

    /** Bytes of the values of a column that do not stand in its data. */
    public static final int MAX_BYTES_WITHOUT_DATA = 32 << 20;

    /** Bytes of such values for each byte of data, beyond those. */
    public static final int BYTES_WITHOUT_DATA_PER_BYTE = 100;

    /** Elements of all arrays of one column of a block. */
    public static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

    /** Bytes of a compressed frame, packed or not; the server's own limit is 1 GiB, its frames have 1 MiB. */
    public static final int MAX_FRAME_BYTES = 256 << 20;

    /** Types of one Dynamic column of a block, and paths of one JSON column. */
    public static final int MAX_NAMES = 1_000_000;

    /** Containers and values within each other. */
    public static final int MAX_DEPTH = 1000;

    /** Bytes allocated on the word of a header alone; more is allocated only as data arrives. */
    public static final int TRUSTED_BYTES = 4 << 20;

    private WireLimits() {}
}
