package io.chconnect.client.internal.statement;

import io.chconnect.client.transport.RawAnswer;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** An answer as a stream. Not thread-safe. */
public final class AnswerStream extends InputStream {
    private final RawAnswer answer;
    private @Nullable ByteBuffer window;
    private boolean complete;

    public AnswerStream(RawAnswer answer) {
        this.answer = answer;
    }

    @Override
    public int read() {
        ByteBuffer current = fill();
        return current == null ? -1 : current.get() & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        ByteBuffer current = fill();
        if (current == null) {
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(bytes, offset, count);
        return count;
    }

    @Override
    public int available() {
        ByteBuffer current = window;
        return current == null ? 0 : current.remaining();
    }

    @Override
    public void close() {
        answer.close();
    }

    private @Nullable ByteBuffer fill() {
        ByteBuffer current = window;
        while (!complete && (current == null || !current.hasRemaining())) {
            current = answer.next();
            complete = current == null;
        }
        window = current;
        return current;
    }
}
