package io.chconnect.engine;

import io.chconnect.engine.internal.natives.NativeResult;
import io.chconnect.engine.internal.natives.NativeStream;
import org.jspecify.annotations.Nullable;

/** The result of a statement in chunks. In format {@code Native} every chunk is one or more whole blocks. */
public final class EngineStream implements AutoCloseable {
    private final NativeStream stream;

    EngineStream(NativeStream stream) {
        this.stream = stream;
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
        NativeResult chunk = stream.next();
        return chunk == null ? null : new EngineResult(chunk);
    }

    /**
     * Ends the statement, cancelling it when it still runs, which can take as long as its current block; after
     * {@link EmbeddedEngine#kill} it is quick. Waits for a {@link #next} of another thread. Idempotent.
     */
    @Override
    public void close() {
        stream.close();
    }
}
