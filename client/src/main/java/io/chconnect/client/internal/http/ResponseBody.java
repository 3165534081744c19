package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.SecretScrubber;
import io.chconnect.codec.ByteSource;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer, window by window. Not thread-safe. */
final class ResponseBody implements ByteSource {
    private static final int FIRST_WINDOW_BYTES = 16 << 10;
    private static final int WINDOW_BYTES = 256 << 10;
    private static final int START_BYTES = 256;
    private static final int MIN_TEXT = 8;
    private static final Duration READ_ON = Duration.ofSeconds(2);

    private final InputStream in;
    private final @Nullable String exceptionTag;
    private final Function<IOException, ClickHouseException> failures;
    private final Runnable whenExhausted;
    private final LastBytes last = new LastBytes();
    private byte[] buffer = new byte[FIRST_WINDOW_BYTES];
    private byte[] start = new byte[0];
    private @Nullable IOException pending;
    private boolean exhausted;

    ResponseBody(
            InputStream in,
            @Nullable String exceptionTag,
            Function<IOException, ClickHouseException> failures,
            Runnable whenExhausted) {
        this.in = in;
        this.exceptionTag = exceptionTag;
        this.failures = failures;
        this.whenExhausted = whenExhausted;
    }

    @Override
    public @Nullable ByteBuffer next() {
        if (exhausted) {
            return null;
        }
        int length;
        try {
            length = fill();
        } catch (IOException e) {
            throw failures.apply(e);
        }
        if (length < 0) {
            exhausted = true;
            whenExhausted.run();
            return null;
        }
        keep(length);
        ByteBuffer window = ByteBuffer.wrap(buffer, 0, length);
        if (length == buffer.length && length < WINDOW_BYTES) {
            buffer = new byte[WINDOW_BYTES];
        }
        return window;
    }

    /** The server's own error when it put one at the end, otherwise the failure as it is. */
    ClickHouseException trueCause(ClickHouseException failure, @Nullable String queryId, SecretScrubber scrubber) {
        readOn(failure);
        ServerException error = exceptionTag == null
                ? ExceptionBlock.findUntagged(last.toBytes(), queryId, scrubber)
                : ExceptionBlock.find(last.toBytes(), exceptionTag, queryId, scrubber);
        if (error == null) {
            return failure;
        }
        error.addSuppressed(failure);
        return error;
    }

    /** Throws the error that the server put at the end, if it did. */
    void requireNoException(@Nullable String queryId, SecretScrubber scrubber) {
        ServerException error =
                exceptionTag == null ? null : ExceptionBlock.find(last.toBytes(), exceptionTag, queryId, scrubber);
        if (error != null) {
            throw error;
        }
    }

    /** The first bytes of the answer if they are text; for answers that cannot be read as blocks. */
    @Nullable
    String startAsText() {
        String text = new String(start, StandardCharsets.UTF_8);
        boolean readable = text.length() >= MIN_TEXT && text.chars().allMatch(ResponseBody::isText);
        return readable ? text : null;
    }

    /** What could not be read may be the beginning of the server's error, whose rest is on the way. */
    private void readOn(ClickHouseException failure) {
        long end = System.nanoTime() + READ_ON.toNanos();
        try {
            int more = 0;
            for (ByteBuffer window = next(); window != null && more < LastBytes.CAPACITY; window = next()) {
                more += window.remaining();
                if (System.nanoTime() - end > 0) {
                    return;
                }
            }
        } catch (ClickHouseException e) {
            failure.addSuppressed(e);
        }
    }

    private static boolean isText(int c) {
        return c == '\n' || c == '\r' || c == '\t' || (c >= ' ' && c < 0x7F);
    }

    private void keep(int length) {
        last.add(buffer, length);
        if (start.length < START_BYTES) {
            int more = Math.min(length, START_BYTES - start.length);
            byte[] longer = Arrays.copyOf(start, start.length + more);
            System.arraycopy(buffer, 0, longer, start.length, more);
            start = longer;
        }
    }

    /** Hands over what has arrived, but gathers small pieces that are there already. */
    private int fill() throws IOException {
        if (pending != null) {
            throw pending;
        }
        int length = in.read(buffer, 0, buffer.length);
        try {
            while (length > 0 && length < buffer.length && in.available() > 0) {
                int more = in.read(buffer, length, buffer.length - length);
                if (more < 0) {
                    break;
                }
                length += more;
            }
        } catch (IOException e) {
            // What came before may hold the reason.
            pending = e;
        }
        return length;
    }
}
