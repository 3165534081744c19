package io.chconnect.client.internal.insert;

import io.chconnect.codec.BlockBuilder;

/** Adds one row to a block. After a failure the row may be unfinished. */
@FunctionalInterface
public interface RowAppender<T> {
    void append(BlockBuilder block, T row);
}
