package io.chconnect.engine;

import io.chconnect.engine.internal.natives.ArrowStruct;
import io.chconnect.engine.internal.natives.NativeArrowStream;
import io.chconnect.engine.internal.natives.Unreachable;
import io.chconnect.error.ConfigurationException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query as structures of Arrow's C Data Interface, in memory that the engine filled. A stream that cannot be
 * reached any more is closed, at the garbage collector's time.
 */
public final class EngineArrowStream implements AutoCloseable {
    private final NativeArrowStream stream;
    private final Cleaner.Cleanable cleanable;

    /** Keeps the connection reachable, and so open, as long as this is. */
    private final EngineConnection connection;

    EngineArrowStream(EngineConnection connection, NativeArrowStream stream) {
        this.connection = connection;
        this.stream = stream;
        ArrowStruct schema = stream.schema();
        this.cleanable = Unreachable.onUnreachable(this, () -> {
            schema.close();
            stream.close();
        });
    }

    /**
     * Waits for the next batch. Batches fetched before stay valid.
     *
     * @return the batch, to be closed by the caller, or null after the last one
     * @throws io.chconnect.error.ServerException when the statement failed, was killed, or has a column that the engine
     *     cannot write as Arrow; the stream is then closed
     * @throws ConfigurationException when the stream or its connection is closed
     */
    public @Nullable EngineArrowBatch next() {
        try {
            ArrowStruct array = stream.next();
            return array == null ? null : new EngineArrowBatch(array);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Moves the schema to memory of the caller, who releases it from then on. It is there after the first {@link #next}, also
     * when that found no rows.
     *
     * @param address 72 writable bytes, for a structure {@code ArrowSchema}
     * @throws ConfigurationException when it was moved before or the stream is closed
     */
    public void moveSchemaTo(long address) {
        try {
            if (!stream.schema().moveTo(address)) {
                throw new ConfigurationException("the schema of this stream of Arrow was taken before");
            }
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Ends the statement and kills it when it still runs, also under a {@link #next} of another thread. Idempotent.
     */
    @Override
    public void close() {
        try {
            cleanable.clean();
        } finally {
            Reference.reachabilityFence(connection);
        }
    }
}
