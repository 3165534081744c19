package io.chconnect.client.transport;

import io.chconnect.error.ClickHouseException;
import java.time.Duration;

/**
 * Carries statements and blocks between a client and one ClickHouse. It exchanges events and blocks, not bytes, so that the
 * client works alike over HTTP, a native protocol and the engine in process. What goes beyond that are abilities, which a
 * transport has when it implements {@link RawFormats}, {@link ExternalData} or {@link ArrowExport}. Thread-safe.
 */
public interface Transport extends AutoCloseable {
    /**
     * What error messages call this transport.
     *
     * @return for example {@code http://localhost:8123}; never with a password
     */
    String name();

    /**
     * Runs a statement and gives its results as they arrive.
     *
     * @param request the statement
     * @return the events of the answer; the caller closes them
     * @throws ClickHouseException if the statement fails before the first event
     */
    QueryEvents query(StatementRequest request);

    /**
     * Runs a statement whose answer, if any, is a short text.
     *
     * @param request the statement
     * @return the answer
     * @throws ClickHouseException if the statement fails
     */
    CommandOutcome command(StatementRequest request);

    /**
     * Runs an insert. Blocks are asked for when they can be sent. An exception of {@code blocks} stops the insert and comes
     * out unchanged; blocks that were sent before may have been stored.
     *
     * @param request a statement up to and without its {@code FORMAT} clause
     * @param blocks gives the blocks
     * @return what was written
     * @throws ClickHouseException if the insert fails
     */
    StatementSummary insert(StatementRequest request, BlockSupplier blocks);

    /**
     * Asks whether ClickHouse is there.
     *
     * @param deadline how long to wait at most
     * @throws ClickHouseException if it is not
     */
    void ping(Duration deadline);

    /**
     * Ends a statement that is under way in another thread: there it fails as cancelled.
     *
     * @param operationId the id of its {@link StatementRequest}
     * @return false when no such statement is under way, or this transport cannot end it
     */
    default boolean cancel(String operationId) {
        return false;
    }

    /** Lets go of all connections. Statements that are under way fail. */
    @Override
    void close();
}
