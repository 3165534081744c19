package io.chconnect.embedded;

import io.chconnect.client.Progress;
import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.engine.EngineResult;
import io.chconnect.engine.EngineStatement;
import io.chconnect.engine.EngineStream;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
    private @Nullable EngineResult ready;
    private @Nullable Future<@Nullable EngineResult> ahead;
    private long readRows;
    private long readBytes;
    private long writtenRows;
    private long writtenBytes;
    private long elapsedNanos;

    private EmbeddedChunks(EmbeddedStatement statement, @Nullable EngineStream stream, @Nullable EngineResult first) {
        this.statement = statement;
        this.stream = stream;
        this.ready = first;
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
        EngineResult chunk = ready;
        Future<@Nullable EngineResult> fetch = ahead;
        ready = null;
        ahead = null;
        if (chunk == null && fetch != null) {
            chunk = statement.await(fetch);
        }
        if (chunk == null) {
            statement.ended();
            return null;
        }
        EngineStream source = stream;
        if (source != null) {
            ahead = statement.start(connection -> source.next());
        }
        count(chunk);
        return chunk;
    }

    /** What the statement answers with; asked before the first chunk is taken. */
    QueryEvent.Answer answer() {
        EngineResult first = ready;
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
            close(ready);
            if (ahead != null) {
                close(result(ahead));
            }
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

    private static void close(@Nullable EngineResult chunk) {
        if (chunk != null) {
            chunk.close();
        }
    }

    /** What came of a fetch that nobody waits for; the closed stream has ended it. */
    private static @Nullable EngineResult result(Future<@Nullable EngineResult> fetch) {
        try {
            return fetch.get();
        } catch (ExecutionException | ClickHouseException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
