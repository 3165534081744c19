package io.chconnect.engine.internal.natives;

import com.sun.jna.Pointer;
import io.chconnect.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Owns the handle of a streaming query. */
public final class NativeStream implements AutoCloseable, NativeConnection.OpenStatement {
    private final NativeConnection connection;
    private @Nullable Pointer handle;
    private boolean atEnd;

    NativeStream(NativeConnection connection, Pointer handle) {
        this.connection = connection;
        this.handle = handle;
    }

    public @Nullable NativeResult next() {
        connection.lock().lock();
        try {
            Pointer stream = handle;
            if (stream == null) {
                throw new ConfigurationException("this engine stream is closed");
            }
            if (atEnd) {
                return null;
            }
            NativeResult chunk = NativeResult.own(LibChdb.chdb_stream_fetch_result(connection.pointer(), stream));
            if (chunk.length() == 0) {
                chunk.close();
                atEnd = true;
                return null;
            }
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
