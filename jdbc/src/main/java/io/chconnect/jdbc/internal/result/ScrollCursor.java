package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Goes to and fro in a result that is in memory. */
final class ScrollCursor extends Cursor {
    private final List<Block> blocks = new ArrayList<>();
    private final long[] ends;
    private final long rowCount;
    private long position;

    /** The first {@code maxRows} rows of the blocks; 0 means all. */
    ScrollCursor(List<Block> all, long maxRows) {
        ends = new long[all.size()];
        long rows = 0;
        for (Block each : all) {
            rows += each.rowCount();
            ends[blocks.size()] = rows;
            blocks.add(each);
        }
        rowCount = maxRows == 0 ? rows : Math.min(rows, maxRows);
    }

    /** Goes to a row counted from 1; 0 and one more than there are stand before and behind all rows. */
    boolean goTo(long target) {
        position = Math.max(0, Math.min(target, rowCount + 1));
        if (position == 0 || position > rowCount) {
            block = null;
            row = -1;
            return false;
        }
        int found = Arrays.binarySearch(ends, position);
        int index = found < 0 ? -found - 1 : found;
        while (index > 0 && ends[index - 1] >= position) {
            index--;
        }
        block = blocks.get(index);
        row = (int) (position - 1 - (index == 0 ? 0 : ends[index - 1]));
        return true;
    }

    long rowCount() {
        return rowCount;
    }

    long position() {
        return position;
    }

    @Override
    boolean next() {
        return goTo(position + 1);
    }

    @Override
    long rowNumber() {
        return block == null ? 0 : position;
    }

    @Override
    boolean beforeFirst() {
        return position == 0 && rowCount > 0;
    }

    @Override
    boolean afterLast() {
        return position > rowCount && rowCount > 0;
    }

    @Override
    boolean first() {
        return block != null && position == 1;
    }

    @Override
    boolean last() {
        return block != null && position == rowCount;
    }

    @Override
    void close() {
        blocks.clear();
        block = null;
    }
}
