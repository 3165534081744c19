package io.chconnect.client;

import io.chconnect.codec.Block;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a batch of a {@link BufferedInserter}. Immutable. */
public final class BatchOutcome {
    private final Block block;
    private final int attempts;
    private final @Nullable Summary summary;
    private final @Nullable RuntimeException failure;

    BatchOutcome(Block block, int attempts, @Nullable Summary summary, @Nullable RuntimeException failure) {
        this.block = block;
        this.attempts = attempts;
        this.summary = summary;
        this.failure = failure;
    }

    /**
     * The rows of the batch, in the order they were added.
     *
     * @return a block that {@link Client#insertBlocks} takes, for example after a failure
     */
    public Block block() {
        return block;
    }

    /**
     * How often it was sent.
     *
     * @return at least 1
     */
    public int attempts() {
        return attempts;
    }

    /**
     * What the server said.
     *
     * @return empty when the batch failed
     */
    public Optional<Summary> summary() {
        return Optional.ofNullable(summary);
    }

    /**
     * Why it failed: a {@link io.chconnect.error.ClickHouseException} whose outcome says whether the rows may have been
     * stored.
     *
     * @return empty when the batch is stored
     */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public String toString() {
        return "BatchOutcome[" + block.rowCount() + " rows, " + attempts + " attempts, "
                + (failure == null ? "stored" : failure) + "]";
    }
}
