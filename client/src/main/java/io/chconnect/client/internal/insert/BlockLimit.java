package io.chconnect.client.internal.insert;

import io.chconnect.codec.BlockBuilder;

/**
 * How large blocks become.
 *
 * @param rows at most so many rows
 * @param bytes no more rows once the block takes about so many bytes, uncompressed
 */
public record BlockLimit(int rows, long bytes) {
    /** Large enough for few round trips and little overhead, small enough that a few of them fit into any heap. */
    public static final BlockLimit DEFAULT = new BlockLimit(262_144, 4L << 20);

    /**
     * How many rows may be added before the size is looked at again: adding up the bytes of all columns for each row would
     * cost more than the row.
     *
     * @return 0 when the block is full
     */
    public int room(BlockBuilder block) {
        int left = rows - block.rowCount();
        long bytesLeft = bytes - block.byteSize();
        if (left <= 0 || bytesLeft <= 0) {
            return 0;
        }
        long bytesPerRow = Math.max(1, block.byteSize() / Math.max(1, block.rowCount()));
        long half = bytesLeft / bytesPerRow / 2;
        // Rows may grow: never more of them at once than there are already.
        return (int) Math.max(1, Math.min(Math.min(left, half), Math.max(1, block.rowCount())));
    }
}
