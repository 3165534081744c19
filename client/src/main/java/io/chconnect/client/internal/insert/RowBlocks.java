package io.chconnect.client.internal.insert;

import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockBuilder;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as blocks of a bounded number of rows. */
public final class RowBlocks implements BlockSupplier {
    private static final int MAX_ROWS = 65_536;

    private final InsertTarget target;
    private final Iterator<? extends List<?>> rows;

    public RowBlocks(InsertTarget target, Iterator<? extends List<?>> rows) {
        this.target = target;
        this.rows = rows;
    }

    @Override
    public @Nullable Block next() {
        if (!rows.hasNext()) {
            return null;
        }
        BlockBuilder builder = new BlockBuilder(target.names(), target.types(), target.zone(), 1024);
        while (rows.hasNext() && builder.rowCount() < MAX_ROWS) {
            builder.appendRow(rows.next());
        }
        return builder.build();
    }
}
