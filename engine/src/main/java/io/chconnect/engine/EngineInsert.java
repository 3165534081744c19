package io.chconnect.engine;

import io.chconnect.engine.internal.natives.NativeInsert;
import java.nio.ByteBuffer;

/**
 * An insert whose data is appended in chunks of any size; in format {@code Native} a block becomes visible to the engine
 * when its last byte is appended. Blocks already written stay written when the insert is aborted later.
 */
public final class EngineInsert implements AutoCloseable {
    private final NativeInsert insert;

    EngineInsert(NativeInsert insert) {
        this.insert = insert;
    }

    /**
     * Appends bytes; waits while the engine is behind.
     *
     * @param data the bytes from position to limit, heap or direct; copied; the position moves to the limit
     * @throws io.chconnect.error.ServerException when the insert failed; it is then closed
     * @throws io.chconnect.error.ConfigurationException when the insert or its connection is closed
     */
    public void append(ByteBuffer data) {
        insert.append(data);
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
        insert.append(ByteBuffer.wrap(data, offset, length));
    }

    /**
     * Ends the data, waits until all of it is written, and closes the insert.
     *
     * @return a result without data that says how much was written, to be closed by the caller
     * @throws io.chconnect.error.ServerException when the insert failed
     * @throws io.chconnect.error.ConfigurationException when the insert or its connection is closed
     */
    public EngineResult finish() {
        return new EngineResult(insert.finish());
    }

    /** Gives the insert up; blocks already written stay. Does nothing after {@link #finish}. Idempotent. */
    public void abort() {
        insert.close();
    }

    /** The same as {@link #abort}. */
    @Override
    public void close() {
        insert.close();
    }
}
