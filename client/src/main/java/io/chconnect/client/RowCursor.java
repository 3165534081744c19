package io.chconnect.client;

import io.chconnect.client.internal.mapping.Cells;
import io.chconnect.client.internal.value.ColumnReader;
import io.chconnect.client.internal.value.ReadFormats;
import io.chconnect.codec.Block;
import io.chconnect.error.ConfigurationException;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the rows of a result without making an object per row: after each {@link #next}, the getters read the row it
 * stands on. Whatever a getter gave may be kept; the block of a past row may be used again for later rows, so {@link #block}
 * is valid only until the next call of {@link #next}. Not thread-safe.
 *
 * <pre>{@code
 * RowCursor cursor = result.cursor();
 * while (cursor.next()) {
 *     sum += cursor.getLong("amount");
 * }
 * }</pre>
 */
public final class RowCursor implements ValuesByName {
    private final Iterator<Block> blocks;
    private final ReadFormats formats;
    private final Consumer<Block> recycler;
    private final KnownPlaces places = new KnownPlaces();
    private ColumnReader @Nullable [] readers;
    private @Nullable Block block;
    private int row;
    private int rowCount;

    /** @param recycler takes blocks back whose rows are past */
    RowCursor(Iterator<Block> blocks, ReadFormats formats, Consumer<Block> recycler) {
        this.blocks = blocks;
        this.formats = formats;
        this.recycler = recycler;
    }

    /**
     * Goes to the next row, waiting for it if need be.
     *
     * @return false when there is none
     * @throws io.chconnect.error.ClickHouseException if the query failed on the way
     */
    public boolean next() {
        if (++row < rowCount) {
            return true;
        }
        row = 0;
        rowCount = 0;
        if (block != null) {
            recycler.accept(block);
            block = null;
        }
        while (rowCount == 0) {
            if (!blocks.hasNext()) {
                block = null;
                return false;
            }
            block = blocks.next();
            readers = readers == null ? formats.readers(block) : readers;
            rowCount = block.rowCount();
        }
        return true;
    }

    @Override
    public int columnIndex(String name) {
        return places.of(name, block());
    }

    @Override
    public @Nullable Object getObject(int column) {
        return Cells.getObject(block(), column, row, readers);
    }

    @Override
    public Block block() {
        Block current = block;
        if (current == null) {
            throw new ConfigurationException(
                    "The cursor stands on no row: call next() first, and go on while it is true");
        }
        return current;
    }

    @Override
    public int row() {
        return row;
    }
}
