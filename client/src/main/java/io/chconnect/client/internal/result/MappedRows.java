package io.chconnect.client.internal.result;

import io.chconnect.client.internal.mapping.BlockMapper;
import io.chconnect.codec.Block;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of blocks as objects. */
public final class MappedRows<T> implements Iterator<@Nullable T> {
    private final Iterator<Block> blocks;
    private final BlockMapper<T> mapper;
    private final Consumer<Block> recycler;
    private @Nullable Block block;
    private int next;
    private int rowCount;

    /** @param recycler takes blocks back all of whose rows are objects */
    public MappedRows(Iterator<Block> blocks, BlockMapper<T> mapper, Consumer<Block> recycler) {
        this.blocks = blocks;
        this.mapper = mapper;
        this.recycler = recycler;
    }

    @Override
    public boolean hasNext() {
        while (next == rowCount) {
            if (block != null) {
                recycler.accept(block);
                block = null;
            }
            if (!blocks.hasNext()) {
                return false;
            }
            Block opened = blocks.next();
            mapper.open(opened);
            block = opened;
            rowCount = opened.rowCount();
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
