package io.chconnect.engine.internal.natives;

import java.nio.ByteBuffer;

/** An insert under way, which occupies its connection. */
public interface NativeInsert extends AutoCloseable, NativeConnection.OpenStatement {
    /**
     * Takes the bytes from position to limit and moves the position there.
     *
     * @param data heap or direct
     */
    void append(ByteBuffer data);

    /**
     * Ends the data and waits for the engine.
     *
     * @return how much was written
     */
    NativeResult finish();

    /** Kills the insert unless it is finished. Idempotent. */
    @Override
    void close();
}
