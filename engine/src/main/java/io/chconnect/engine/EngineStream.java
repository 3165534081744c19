package io.chconnect.engine;

import io.chconnect.engine.internal.natives.NativeResult;
import io.chconnect.engine.internal.natives.NativeStream;
import io.chconnect.engine.internal.natives.Unreachable;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The result of a statement in chunks. In format {@code Native} every chunk is one or more whole blocks. A stream that
 * cannot be reached any more is closed, at the garbage collector's time.
 */
public final class EngineStream implements AutoCloseable {
    private final NativeStream stream;
    private final Cleaner.Cleanable cleanable;

    /** Keeps the connection reachable, and so open, as long as this is. */
    private final EngineConnection connection;

    EngineStream(EngineConnection connection, NativeStream stream) {
        this.connection = connection;
        this.stream = stream;
        this.cleanable = Unreachable.onUnreachable(this, stream::close);
    }

    /**
     * Waits for the next chunk. Chunks fetched before stay valid.
     *
     * @return the chunk, to be closed by the caller, or null after the last one
     * @throws io.chconnect.error.ServerException when the statement failed in the middle or was killed; the stream is
     *     then closed
     * @throws io.chconnect.error.ConfigurationException when the stream or its connection is closed
     */
    public @Nullable EngineResult next() {
        try {
            NativeResult chunk = stream.next();
            return chunk == null ? null : new EngineResult(chunk);
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
