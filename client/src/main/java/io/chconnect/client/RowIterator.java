package io.chconnect.client;

import io.chconnect.client.internal.value.ColumnReader;
import io.chconnect.client.internal.value.ReadFormats;
import io.chconnect.codec.Block;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of blocks, one after the other. */
final class RowIterator implements Iterator<Row> {
    private final Iterator<Block> blocks;
    private final ReadFormats formats;
    private ColumnReader @Nullable [] readers;
    private @Nullable Block block;
    private int next;

    RowIterator(Iterator<Block> blocks, ReadFormats formats) {
        this.blocks = blocks;
        this.formats = formats;
    }

    @Override
    public boolean hasNext() {
        while (block == null || next == block.rowCount()) {
            if (!blocks.hasNext()) {
                return false;
            }
            block = blocks.next();
            readers = readers == null ? formats.readers(block) : readers;
            next = 0;
        }
        return true;
    }

    @Override
    public Row next() {
        if (!hasNext() || block == null) {
            throw new NoSuchElementException();
        }
        return new Row(block, next++, readers);
    }
}
