package io.chconnect.client;

import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.codec.Block;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TransportException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query, read once and forwards, as blocks or as rows. Blocks and rows stay valid after it is closed. Not
 * thread-safe, except that {@link #close} may come from any thread. Closing it early throws the rest away unread.
 *
 * <p>A result that is not complete never looks so: a failure on the way is an exception.
 */
public final class QueryResult implements Iterable<Row>, AutoCloseable {
    private final QueryEvents events;
    private final @Nullable String queryId;
    private final ZoneId zone;
    private List<String> names = List.of();
    private @Nullable Block lookedAhead;
    private @Nullable StatementSummary summary;
    private boolean closed;

    QueryResult(QueryEvents events) {
        this.events = events;
        QueryEvent first = events.next();
        if (!(first instanceof QueryEvent.Header header)) {
            throw new TransportException("The answer does not start with a header", StatementOutcome.UNKNOWN, null);
        }
        this.queryId = header.queryId();
        this.zone = header.zone();
        this.lookedAhead = receive();
    }

    /**
     * The id the query runs under.
     *
     * @return empty when it is not known
     */
    public Optional<String> queryId() {
        return Optional.ofNullable(queryId);
    }

    /**
     * The zone of DateTime columns whose type names none.
     *
     * @return never null
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The names of the columns, as far as they are known: a result without rows has none.
     *
     * @return unmodifiable, in order
     */
    public List<String> names() {
        return names;
    }

    /**
     * The next block with rows.
     *
     * @return null at the end
     */
    public @Nullable Block nextBlock() {
        Block block = lookedAhead;
        if (block != null) {
            lookedAhead = null;
            return block;
        }
        return receive();
    }

    /**
     * The blocks that were not read yet.
     *
     * @return an iterator that waits for each block
     */
    public Iterator<Block> blocks() {
        return new Iterator<>() {
            private @Nullable Block next;

            @Override
            public boolean hasNext() {
                next = next == null ? nextBlock() : next;
                return next != null;
            }

            @Override
            public Block next() {
                Block block = hasNext() ? next : null;
                if (block == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return block;
            }
        };
    }

    /**
     * The rows that were not read yet.
     *
     * @return an iterator that waits for each block
     */
    @Override
    public Iterator<Row> iterator() {
        return new RowIterator(blocks());
    }

    /**
     * The rows that were not read yet, as a sequential stream. It reads while it runs; closing it closes the result.
     *
     * @return a stream
     */
    public Stream<Row> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(this::close);
    }

    /**
     * All rows that were not read yet, in memory.
     *
     * @return a new list
     */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        iterator().forEachRemaining(rows::add);
        return rows;
    }

    /**
     * What the query did. Known when all rows are read.
     *
     * @return the summary
     * @throws ConfigurationException if rows are left
     */
    public Summary summary() {
        if (summary == null) {
            throw new ConfigurationException("The summary is known when all rows are read, and some are left");
        }
        return Summary.of(summary);
    }

    @Override
    public void close() {
        closed = true;
        events.close();
    }

    private @Nullable Block receive() {
        if (closed && summary == null) {
            throw new ConfigurationException("The result is closed");
        }
        while (summary == null) {
            QueryEvent event = events.next();
            if (event instanceof QueryEvent.Data data) {
                Block block = data.block();
                names = names.isEmpty() ? block.names() : names;
                if (block.rowCount() > 0) {
                    return block;
                }
            } else if (event instanceof QueryEvent.End end) {
                summary = end.summary();
            }
        }
        return null;
    }
}
