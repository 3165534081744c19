package io.chconnect.embedded;

import io.chconnect.error.ClickHouseException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The chunks of a stream, of which the next one is fetched while one is read. Not thread-safe. */
final class ReadAhead<T> {
    private final EmbeddedStatement statement;
    private final @Nullable Supplier<@Nullable T> source;
    private final Consumer<T> release;
    private @Nullable T ready;
    private @Nullable Future<@Nullable T> ahead;

    /**
     * @param source fetches a chunk, null at the end; null when there is none behind the first
     * @param release frees a chunk that nobody took
     * @param first the first chunk; null when there is none
     */
    ReadAhead(
            EmbeddedStatement statement,
            @Nullable Supplier<@Nullable T> source,
            Consumer<T> release,
            @Nullable T first) {
        this.statement = statement;
        this.source = source;
        this.release = release;
        this.ready = first;
    }

    /** The first chunk, as long as it was not taken; null when there is none. */
    @Nullable
    T first() {
        return ready;
    }

    /** Waits for the next chunk, which the caller frees; null at the end. */
    @Nullable
    T next() {
        T chunk = ready;
        Future<@Nullable T> fetch = ahead;
        ready = null;
        ahead = null;
        if (chunk == null && fetch != null) {
            chunk = statement.await(fetch);
        }
        if (chunk == null) {
            statement.ended();
            return null;
        }
        Supplier<@Nullable T> more = source;
        if (more != null) {
            ahead = statement.start(connection -> more.get());
        }
        return chunk;
    }

    /** Frees what nobody took, behind the end of the stream. */
    void free() {
        T first = ready;
        T fetched = ahead == null ? null : result(ahead);
        if (first != null) {
            release.accept(first);
        }
        if (fetched != null) {
            release.accept(fetched);
        }
    }

    /** What came of a fetch that nobody waits for; the closed stream has ended it. */
    private static <T> @Nullable T result(Future<@Nullable T> fetch) {
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
