package io.chconnect.engine;

import io.chconnect.engine.internal.natives.NativeResult;
import io.chconnect.engine.internal.natives.Unreachable;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The data of a whole result or of one chunk, in native memory, and the engine's figures about it. The figures stay
 * readable after {@link #close}; buffers must not be touched after it: the memory is gone and the JVM may crash. Without
 * being closed, the memory goes when neither this nor a buffer can be reached any more. Independent of the connection. Not safe for use while another thread closes it.
 */
public final class EngineResult implements AutoCloseable {
    private final NativeResult result;
    private final Cleaner.Cleanable unreachable;

    EngineResult(NativeResult result) {
        this.result = result;
        this.unreachable = Unreachable.onUnreachable(this, result::leave);
    }

    /**
     * The size of the data.
     *
     * @return bytes, 0 for statements without a result
     */
    public long length() {
        return result.length();
    }

    /**
     * All data.
     *
     * @return a new read-only direct buffer in little-endian order, valid until {@link #close}
     * @throws io.chconnect.error.ConfigurationException when this result is closed, or longer than 2 GiB, which
     *     {@link #slice} can read
     */
    public ByteBuffer buffer() {
        try {
            return result.buffer();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * A part of the data.
     *
     * @param offset bytes from the start
     * @param length bytes of the part
     * @return a new read-only direct buffer in little-endian order, valid until {@link #close}
     * @throws io.chconnect.error.ConfigurationException when this result is closed or has no such part
     */
    public ByteBuffer slice(long offset, int length) {
        try {
            return result.slice(offset, length);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * The rows of the data.
     *
     * @return rows
     */
    public long rowCount() {
        return result.rowCount();
    }

    /**
     * The rows read since the chunk before, or by the whole statement.
     *
     * @return rows
     */
    public long readRows() {
        return result.readRows();
    }

    /**
     * The bytes read since the chunk before, or by the whole statement.
     *
     * @return bytes, uncompressed
     */
    public long readBytes() {
        return result.readBytes();
    }

    /**
     * The rows written by an insert, materialized views included.
     *
     * @return rows
     */
    public long writtenRows() {
        return result.writtenRows();
    }

    /**
     * The bytes written by an insert, materialized views included.
     *
     * @return bytes, uncompressed
     */
    public long writtenBytes() {
        return result.writtenBytes();
    }

    /**
     * How long the engine worked, since the chunk before or in all.
     *
     * @return never negative
     */
    public Duration elapsed() {
        return result.elapsed();
    }

    /** Frees the native memory. Idempotent. */
    @Override
    public void close() {
        result.close();
        unreachable.clean();
    }
}
