package io.chconnect.engine.internal.natives;

import com.sun.jna.Pointer;
import io.chconnect.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Owns the handle of a streaming query, in whatever form its chunks come. */
public abstract class StreamHandle<T> implements AutoCloseable, NativeConnection.OpenStatement {
    private final NativeConnection connection;
    private @Nullable Pointer handle;
    private boolean atEnd;

    StreamHandle(NativeConnection connection, Pointer handle) {
        this.connection = connection;
        this.handle = handle;
    }

    /** Asks the engine for a chunk; null at the end. */
    abstract @Nullable T fetch(Pointer nativeConnection, Pointer stream);

    /** The next chunk, which the caller closes; null after the last one. */
    public final @Nullable T next() {
        connection.lock().lock();
        try {
            Pointer stream = handle;
            if (stream == null) {
                throw new ConfigurationException("this engine stream is closed");
            }
            if (atEnd) {
                return null;
            }
            T chunk = fetch(connection.pointer(), stream);
            atEnd = chunk == null;
            return chunk;
        } catch (RuntimeException e) {
            atEnd = true;
            finish();
            throw e;
        } finally {
            connection.lock().unlock();
        }
    }

    @Override
    public void close() {
        connection.lockKilling();
        try {
            finish();
        } finally {
            connection.lock().unlock();
        }
    }

    @Override
    public void end() {
        Pointer stream = handle;
        if (stream == null) {
            return;
        }
        handle = null;
        if (!atEnd) {
            // Cancelling alone waits for the next block, and for a stream that was never read much longer.
            connection.end(() -> LibChdb.chdb_stream_cancel_query(connection.pointer(), stream));
        }
        LibChdb.chdb_destroy_query_result(stream);
    }

    private void finish() {
        end();
        connection.release(this);
    }
}
