package io.chconnect.client.internal.http;

import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.codec.Block;
import org.jspecify.annotations.Nullable;

/** The blocks of an insert, which can start over until the second one is asked for: no more than one is kept. */
final class ReplayableBlocks implements BlockSupplier {
    private final BlockSupplier source;
    private @Nullable Block first;
    private int taken;
    private int given;
    private @Nullable RuntimeException failure;

    ReplayableBlocks(BlockSupplier source) {
        this.source = source;
    }

    @Override
    public @Nullable Block next() {
        if (given < taken) {
            given++;
            return first;
        }
        given++;
        taken++;
        Block block = take();
        first = taken == 1 ? block : null;
        return block;
    }

    boolean canStartOver() {
        return failure == null && taken <= 1;
    }

    void startOver() {
        given = 0;
    }

    /** Throws what the blocks' maker threw, if it did: that is the true cause of whatever failed. */
    void rethrowFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    private @Nullable Block take() {
        try {
            return source.next();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }
}
