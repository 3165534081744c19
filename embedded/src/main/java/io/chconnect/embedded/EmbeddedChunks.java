package io.chconnect.embedded;

import io.chconnect.engine.EngineResult;
import io.chconnect.engine.EngineStream;
import io.chconnect.error.ServerException;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of an answer. The engine streams what selects; the short answers of DESCRIBE, SHOW and their like it gives only
 * whole. Not thread-safe.
 */
final class EmbeddedChunks implements AutoCloseable {
    private static final int BAD_ARGUMENTS = 36;
    private static final String NOT_STREAMED = "Streaming query is not supported";

    private final EmbeddedStatement statement;
    private final @Nullable EngineStream stream;
    private @Nullable EngineResult whole;

    private EmbeddedChunks(EmbeddedStatement statement, @Nullable EngineStream stream, @Nullable EngineResult whole) {
        this.statement = statement;
        this.stream = stream;
        this.whole = whole;
    }

    static EmbeddedChunks open(EmbeddedStatement statement) {
        try {
            return new EmbeddedChunks(statement, statement.stream(), null);
        } catch (ServerException e) {
            if (e.code() == BAD_ARGUMENTS && String.valueOf(e.getMessage()).contains(NOT_STREAMED)) {
                return new EmbeddedChunks(statement, null, statement.run("Native"));
            }
            throw e;
        }
    }

    /** The next chunk, which the caller closes; null at the end. */
    @Nullable
    EngineResult next() {
        if (stream != null) {
            return statement.guarded(() -> stream.next());
        }
        EngineResult result = whole;
        whole = null;
        if (result != null && result.length() == 0) {
            result.close();
            return null;
        }
        return result;
    }

    @Override
    public void close() {
        if (whole != null) {
            whole.close();
        }
        if (stream != null) {
            stream.close();
        }
    }
}
