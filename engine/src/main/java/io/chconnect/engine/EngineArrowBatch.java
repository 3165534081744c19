package io.chconnect.engine;

import io.chconnect.engine.internal.natives.ArrowStruct;
import io.chconnect.engine.internal.natives.Unreachable;
import io.chconnect.error.ConfigurationException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/**
 * A batch of rows as a structure of Arrow's C Data Interface, in memory that the engine filled. Independent of the connection.
 * One that cannot be reached any more and was not moved is released, at the garbage collector's time. Thread-safe.
 */
public final class EngineArrowBatch implements AutoCloseable {
    private final ArrowStruct array;
    private final long rowCount;
    private final Cleaner.Cleanable unreachable;

    EngineArrowBatch(ArrowStruct array) {
        this.array = array;
        this.rowCount = array.length();
        this.unreachable = Unreachable.onUnreachable(this, array::close);
    }

    /**
     * The rows of the batch.
     *
     * @return at least 0
     */
    public long rowCount() {
        return rowCount;
    }

    /**
     * Moves the batch to memory of the caller, who releases it from then on.
     *
     * @param address 80 writable bytes, for a structure {@code ArrowArray}
     * @throws ConfigurationException when it was moved before or is closed
     */
    public void moveTo(long address) {
        try {
            if (!array.moveTo(address)) {
                throw new ConfigurationException("this batch of Arrow was taken before");
            }
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Releases the memory, unless the batch was moved. Idempotent. */
    @Override
    public void close() {
        unreachable.clean();
    }
}
