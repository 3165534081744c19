package io.chconnect.client.internal.result;

import io.chconnect.codec.Block;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Blocks from a source that gives null behind the last one. */
public final class BlockIterator implements Iterator<Block> {
    private final Supplier<@Nullable Block> source;
    private @Nullable Block next;

    public BlockIterator(Supplier<@Nullable Block> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        next = next == null ? source.get() : next;
        return next != null;
    }

    @Override
    public Block next() {
        Block block = hasNext() ? next : null;
        if (block == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return block;
    }
}
