package io.chconnect.client.transport;

import io.chconnect.codec.Block;
import org.jspecify.annotations.Nullable;

/** Gives the blocks of an insert, one by one. */
@FunctionalInterface
public interface BlockSupplier {
    /**
     * The next block.
     *
     * @return null behind the last one
     */
    @Nullable
    Block next();
}
