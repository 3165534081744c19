package io.chconnect.client.internal.result;

import io.chconnect.client.internal.mapping.BlockMapper;
import io.chconnect.codec.Block;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of blocks as objects. */
public final class MappedRows<T> implements Iterator<@Nullable T> {
    private final Iterator<Block> blocks;
    private final BlockMapper<T> mapper;
    private int next;
    private int rowCount;

    public MappedRows(Iterator<Block> blocks, BlockMapper<T> mapper) {
        this.blocks = blocks;
        this.mapper = mapper;
    }

    @Override
    public boolean hasNext() {
        while (next == rowCount) {
            if (!blocks.hasNext()) {
                return false;
            }
            Block block = blocks.next();
            mapper.open(block);
            rowCount = block.rowCount();
            next = 0;
        }
        return true;
    }

    @Override
    public @Nullable T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return mapper.read(next++);
    }
}
