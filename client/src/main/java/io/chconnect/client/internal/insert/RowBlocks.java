package io.chconnect.client.internal.insert;

import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockBuilder;
import io.chconnect.error.ConversionException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Rows as blocks of a bounded size, made one by one. */
public final class RowBlocks<T> implements BlockSupplier {
    private static final int FIRST_ROWS = 1024;

    private final InsertTarget target;
    private final BlockLimit limit;
    private final Iterator<? extends T> rows;
    private final RowAppender<T> appender;
    private int expectedRows = FIRST_ROWS;
    private long sent;

    public RowBlocks(InsertTarget target, BlockLimit limit, Iterator<? extends T> rows, RowAppender<T> appender) {
        this.target = target;
        this.limit = limit;
        this.rows = rows;
        this.appender = appender;
    }

    @Override
    public @Nullable Block next() {
        if (!rows.hasNext()) {
            return null;
        }
        BlockBuilder builder = target.builder(Math.min(expectedRows, limit.rows()));
        for (int room = limit.room(builder); room > 0 && rows.hasNext(); room = limit.room(builder)) {
            for (int i = 0; i < room && rows.hasNext(); i++) {
                append(builder, rows.next());
            }
        }
        expectedRows = builder.rowCount();
        sent += builder.rowCount();
        return builder.build();
    }

    private void append(BlockBuilder builder, T row) {
        try {
            appender.append(builder, row);
        } catch (ConversionException e) {
            throw e.atRow(sent + builder.rowCount());
        }
    }
}
