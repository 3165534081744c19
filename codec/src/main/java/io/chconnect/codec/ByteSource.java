package io.chconnect.codec;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes handed out window by window, without a copy: heap buffers from a socket, direct buffers from the engine in process.
 * Not thread-safe.
 */
@FunctionalInterface
public interface ByteSource {
    /**
     * The next window.
     *
     * @return a buffer with at least one byte between position and limit, valid until the next call; null at the end
     * @throws io.chconnect.error.ClickHouseException if the bytes cannot be had; an end is only reported when the source
     *     knows that nothing is missing
     */
    @Nullable
    ByteBuffer next();

    /**
     * A source of one array.
     *
     * @param bytes the bytes, not copied
     * @return a source that hands out one window
     */
    static ByteSource of(byte[] bytes) {
        @Nullable ByteBuffer[] rest = {bytes.length == 0 ? null : ByteBuffer.wrap(bytes)};
        return () -> {
            ByteBuffer window = rest[0];
            rest[0] = null;
            return window;
        };
    }
}
