package io.chconnect.client.internal.http;

import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.codec.Block;
import org.jspecify.annotations.Nullable;

/** The blocks of an insert, which can start over until the second one is asked for: no more than one is kept. */
final class ReplayableBlocks implements BlockSupplier {
    private final BlockSupplier source;
    private @Nullable Block first;
    private boolean firstIsNext;
    private boolean lost;
    private boolean ended;
    private @Nullable RuntimeException failure;

    ReplayableBlocks(BlockSupplier source) {
        this.source = source;
    }

    @Override
    public @Nullable Block next() {
        if (firstIsNext) {
            firstIsNext = false;
            return first;
        }
        Block block = ended ? null : take();
        if (block == null) {
            ended = true;
        } else {
            lost |= first != null;
            first = lost ? null : block;
        }
        return block;
    }

    boolean canStartOver() {
        return failure == null && !lost;
    }

    void startOver() {
        firstIsNext = first != null;
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
