package io.chconnect.client.transport;

import io.chconnect.error.ClickHouseException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** An answer as bytes. Not thread-safe, but {@link #close} may come from any thread. */
public interface RawAnswer extends AutoCloseable {
    /**
     * Waits for the next bytes. They are valid until the next call.
     *
     * @return the bytes, at least one; null when the answer is complete
     * @throws ClickHouseException if the statement failed or the connection broke
     */
    @Nullable
    ByteBuffer next();

    /**
     * The id the statement runs under.
     *
     * @return null when it is not known
     */
    @Nullable
    String queryId();

    /**
     * The format of the answer.
     *
     * @return null when it is not known
     */
    @Nullable
    String format();

    /**
     * What the statement did, as far as it is known. Complete when {@link #next} has given null.
     *
     * @return never null
     */
    StatementSummary summary();

    /** Lets go of the answer. Before its end, the rest is thrown away without being read. */
    @Override
    void close();
}
