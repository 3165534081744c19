package io.chconnect.engine;

import io.chconnect.engine.internal.natives.NativeInsert;
import io.chconnect.engine.internal.natives.Unreachable;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;

/**
 * An insert whose data is appended in chunks of any size; in format {@code Native} a block becomes visible to the engine
 * when its last byte is appended. Blocks already written stay written when the insert is aborted later. An insert that
 * cannot be reached any more is aborted, at the garbage collector's time.
 */
public final class EngineInsert implements AutoCloseable {
    private final NativeInsert insert;
    private final Cleaner.Cleanable cleanable;

    /** Keeps the connection reachable, and so open, as long as this is. */
    private final EngineConnection connection;

    EngineInsert(EngineConnection connection, NativeInsert insert) {
        this.connection = connection;
        this.insert = insert;
        this.cleanable = Unreachable.onUnreachable(this, insert::close);
    }

    /**
     * Appends bytes; waits while the engine is behind.
     *
     * @param data the bytes from position to limit, heap or direct; copied; the position moves to the limit
     * @throws io.chconnect.error.ServerException when the insert failed; it is then closed
     * @throws io.chconnect.error.ConfigurationException when the insert or its connection is closed
     */
    public void append(ByteBuffer data) {
        try {
            insert.append(data);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Appends bytes; waits while the engine is behind.
     *
     * @param data holds the bytes; copied
     * @param offset index of the first byte
     * @param length count of bytes
     * @throws io.chconnect.error.ServerException when the insert failed; it is then closed
     * @throws io.chconnect.error.ConfigurationException when the insert or its connection is closed
     */
    public void append(byte[] data, int offset, int length) {
        append(ByteBuffer.wrap(data, offset, length));
    }

    /**
     * Ends the data, waits until all of it is written, and closes the insert.
     *
     * @return a result without data that says how much was written, to be closed by the caller
     * @throws io.chconnect.error.ServerException when the insert failed
     * @throws io.chconnect.error.ConfigurationException when the insert or its connection is closed
     */
    public EngineResult finish() {
        try {
            return new EngineResult(insert.finish());
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** The same as {@link #close}. */
    public void abort() {
        close();
    }

    /**
     * Gives the insert up and kills it, also under an {@link #append} of another thread; blocks already written stay. Does
     * nothing after {@link #finish}. Idempotent.
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
