package io.chconnect.client.internal.http;

import io.chconnect.codec.ByteSource;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, window by window. Two buffers take turns, so that the last bytes are still there when the answer
 * ends: a server that fails in the middle puts its error behind the data. Not thread-safe.
 */
final class ResponseBody implements ByteSource {
    private static final int WINDOW_BYTES = 256 << 10;

    private final InputStream in;
    private final @Nullable String exceptionTag;
    private final Function<IOException, ClickHouseException> failures;
    private byte[] current = new byte[0];
    private byte[] previous = new byte[0];
    private int currentLength;
    private int previousLength;
    private boolean exhausted;

    ResponseBody(InputStream in, @Nullable String exceptionTag, Function<IOException, ClickHouseException> failures) {
        this.in = in;
        this.exceptionTag = exceptionTag;
        this.failures = failures;
    }

    @Override
    public @Nullable ByteBuffer next() {
        if (exhausted) {
            return null;
        }
        byte[] buffer = previous.length == 0 ? new byte[WINDOW_BYTES] : previous;
        int length;
        try {
            length = fill(buffer);
        } catch (IOException e) {
            throw failures.apply(e);
        }
        if (length < 0) {
            exhausted = true;
            return null;
        }
        previous = current;
        previousLength = currentLength;
        current = buffer;
        currentLength = length;
        return ByteBuffer.wrap(buffer, 0, length);
    }

    /** Whether all bytes were read, and none is missing. */
    boolean exhausted() {
        return exhausted;
    }

    /** The server's own error when it put one at the end, otherwise the failure as it is. */
    ClickHouseException trueCause(ClickHouseException failure, @Nullable String queryId) {
        ServerException error = trailingException(queryId);
        if (error == null) {
            return failure;
        }
        error.addSuppressed(failure);
        return error;
    }

    /** Throws the error that the server put at the end, if it did. */
    void requireNoException(@Nullable String queryId) {
        ServerException error = trailingException(queryId);
        if (error != null) {
            throw error;
        }
    }

    private @Nullable ServerException trailingException(@Nullable String queryId) {
        if (exceptionTag == null) {
            return null;
        }
        byte[] tail = Arrays.copyOf(previous, previousLength + currentLength);
        System.arraycopy(current, 0, tail, previousLength, currentLength);
        return ExceptionBlock.find(tail, exceptionTag, queryId);
    }

    /** Hands over what has arrived, but gathers small pieces that are there already. */
    private int fill(byte[] buffer) throws IOException {
        int length = in.read(buffer, 0, buffer.length);
        while (length > 0 && length < buffer.length && in.available() > 0) {
            int more = in.read(buffer, length, buffer.length - length);
            if (more < 0) {
                break;
            }
            length += more;
        }
        return length;
    }
}
