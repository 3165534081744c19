package io.chconnect.embedded;

import io.chconnect.client.Progress;
import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.engine.EngineResult;
import io.chconnect.engine.EngineStatement;
import io.chconnect.engine.EngineStream;
import io.chconnect.error.ServerException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of an answer. The engine streams what selects, and works on the next chunk while one is read; the short answers
 * of DESCRIBE, SHOW and their like it gives only whole. Not thread-safe.
 */
final class EmbeddedChunks {
    private static final int BAD_ARGUMENTS = 36;
    private static final String NOT_STREAMED = "Streaming query is not supported";

    private final EmbeddedStatement statement;
    private final @Nullable EngineStream stream;
    private final ReadAhead<EngineResult> chunks;
    private long readRows;
    private long readBytes;
    private long writtenRows;
    private long writtenBytes;
    private long elapsedNanos;

    private EmbeddedChunks(EmbeddedStatement statement, @Nullable EngineStream stream, @Nullable EngineResult first) {
        this.statement = statement;
        this.stream = stream;
        this.chunks = new ReadAhead<>(statement, rest(stream), EngineResult::close, first);
    }

    private static @Nullable Supplier<@Nullable EngineResult> rest(@Nullable EngineStream stream) {
        if (stream == null) {
            return null;
        }
        return stream::next;
    }

    /** Starts the statement and waits for the first chunk. */
    static EmbeddedChunks stream(EmbeddedStatement statement, String format) {
        EngineStatement sql = statement.sql(format);
        try {
            return statement.run(connection -> {
                EngineStream stream = connection.stream(sql);
                return new EmbeddedChunks(statement, stream, stream.next());
            });
        } catch (ServerException e) {
            if (e.code() == BAD_ARGUMENTS && String.valueOf(e.getMessage()).contains(NOT_STREAMED)) {
                return whole(statement, format);
            }
            throw e;
        }
    }

    /** Runs the statement to its end; the answer is one chunk, in native memory. */
    static EmbeddedChunks whole(EmbeddedStatement statement, String format) {
        EngineStatement sql = statement.sql(format);
        EngineResult result = statement.run(connection -> connection.query(sql));
        return new EmbeddedChunks(statement, null, result);
    }

    /** The next chunk, which the caller closes; null at the end. */
    @Nullable
    EngineResult next() {
        EngineResult chunk = chunks.next();
        if (chunk != null) {
            count(chunk);
        }
        return chunk;
    }

    /** What the statement answers with; asked before the first chunk is taken. */
    QueryEvent.Answer answer() {
        EngineResult first = chunks.first();
        return stream != null || (first != null && first.length() > 0)
                ? QueryEvent.Answer.ROWS
                : QueryEvent.Answer.UNKNOWN;
    }

    /** What the statement did so far. */
    StatementSummary summary() {
        return new StatementSummary(null, readRows, readBytes, writtenRows, writtenBytes, elapsedNanos);
    }

    /** Called on a thread for calls into the engine. */
    void free() {
        try {
            if (stream != null) {
                stream.close();
            }
        } finally {
            chunks.free();
        }
    }

    private void count(EngineResult chunk) {
        readRows += chunk.readRows();
        readBytes += chunk.readBytes();
        writtenRows += chunk.writtenRows();
        writtenBytes += chunk.writtenBytes();
        elapsedNanos += chunk.elapsed().toNanos();
        statement.tell(new Progress(readRows, readBytes, 0, writtenRows, writtenBytes, elapsedNanos));
    }
}
