package io.chconnect.client;

import io.chconnect.client.internal.statement.AnswerStream;
import io.chconnect.client.transport.RawAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The answer of a statement as bytes in some format, read once and forwards. Not thread-safe, except that {@link #close} may
 * come from any thread. Closing it early throws the rest away unread. An answer that is not complete never looks so: a
 * failure on the way is a {@link io.chconnect.error.ClickHouseException}.
 */
public final class RawResult implements AutoCloseable {
    private final RawAnswer answer;

    RawResult(RawAnswer answer) {
        this.answer = answer;
    }

    /**
     * The bytes that were not read yet, as a stream. Closing it closes the result.
     *
     * @return a stream, whose failures are {@link io.chconnect.error.ClickHouseException}s
     */
    public InputStream stream() {
        return new AnswerStream(answer);
    }

    /**
     * All bytes that were not read yet, in memory.
     *
     * @return a new array
     */
    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuffer window = answer.next(); window != null; window = answer.next()) {
            byte[] bytes = new byte[window.remaining()];
            window.get(bytes);
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    /**
     * Writes all bytes that were not read yet.
     *
     * @param out where to; not closed
     * @return how many bytes there were
     * @throws IOException if {@code out} fails
     */
    public long transferTo(OutputStream out) throws IOException {
        return stream().transferTo(out);
    }

    /**
     * The id the statement runs under.
     *
     * @return empty when it is not known
     */
    public Optional<String> queryId() {
        return Optional.ofNullable(answer.queryId());
    }

    /**
     * The format of the bytes.
     *
     * @return empty when it is not known
     */
    public Optional<String> format() {
        return Optional.ofNullable(answer.format());
    }

    /**
     * What the statement did, as far as it is known. Complete when all bytes are read.
     *
     * @return the summary
     */
    public Summary summary() {
        return Summary.of(answer.summary());
    }

    @Override
    public void close() {
        answer.close();
    }
}
