package io.chconnect.client;

import io.chconnect.client.internal.mapping.BlockMapper;
import io.chconnect.client.internal.result.BlockIterator;
import io.chconnect.client.internal.result.EventSource;
import io.chconnect.client.internal.result.MappedRows;
import io.chconnect.client.internal.sql.StatementKind;
import io.chconnect.client.internal.value.ReadFormats;
import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.codec.Block;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TransportException;
import java.lang.invoke.MethodHandles;
import java.lang.ref.Reference;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query, read once and forwards: as blocks, as rows, or as objects of a class. Whatever was read stays valid
 * after it is closed, and memory holds no more than a block unless everything is asked for at once. Not thread-safe, except
 * that {@link #close} may come from any thread. Closing it early throws the rest away unread; a result that is read to its
 * end needs no closing, and one that is dropped before is released, with a warning in the log, by the garbage collector.
 *
 * <p>A result that is not complete never looks so: a failure on the way is an exception.
 *
 * <p>Objects of a class are made of each row as follows.
 *
 * <ul>
 *   <li>A record gets its components; a class with a constructor without arguments is set by its setters and public fields;
 *       another class, such as a data class of Kotlin, is made by its only constructor. {@link ColumnName} says how the
 *       names are found.
 *   <li>Each component and parameter needs a column; setters and fields without one keep their values. Columns that nothing
 *       stands for are left out.
 *   <li>A class that values have by themselves, such as {@link String}, {@link Long} or {@link java.util.UUID}, is made of
 *       the only column.
 *   <li>Values become any class that holds them without loss: numbers any number class, DateTime an Instant,
 *       LocalDateTime, OffsetDateTime or ZonedDateTime, texts and Enum labels a Java enum of that name, arrays a Java array,
 *       List or Set, tuples a record, List or Map, anything its text as a String, and all of them an {@link Optional}.
 *   <li>NULL for a primitive is an error.
 *   <li>Where the class is not public or its module does not open it, the methods that take a {@link MethodHandles.Lookup}
 *       give the right to use it.
 * </ul>
 */
public final class QueryResult implements Iterable<Row>, AutoCloseable {
    private final EventSource source;
    private final @Nullable String queryId;
    private final ZoneId zone;
    private final Supplier<List<ResultColumn>> askForColumns;
    private final ReadFormats formats;
    private final boolean answersRows;
    private @Nullable List<ResultColumn> columns;
    private @Nullable Block lookedAhead;
    private @Nullable StatementSummary summary;

    /** Takes over the events; {@code askForColumns} is called at most once, for a result without rows. */
    QueryResult(QueryEvents events, ReadFormats formats, String sql, Supplier<List<ResultColumn>> askForColumns) {
        this.formats = formats;
        this.source = new EventSource(events);
        this.askForColumns = askForColumns;
        QueryEvent first = events.next();
        if (!(first instanceof QueryEvent.Header header)) {
            throw new TransportException("The answer does not start with a header", StatementOutcome.UNKNOWN, null);
        }
        this.queryId = header.queryId();
        this.zone = header.zone();
        source.queryId(queryId);
        this.lookedAhead = receive();
        this.answersRows = switch (header.answer()) {
            case ROWS -> true;
            case NOTHING -> false;
            case UNKNOWN -> lookedAhead != null || StatementKind.reads(sql);
        };
        source.watch(this);
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
     * Whether the statement answers with rows, if only none of them: a SELECT does, a CREATE does not. The server says so.
     * Where it does not and no row came, that is before version 20.1 and in process for SHOW and its like, the first word of
     * the statement tells.
     *
     * @return false for a statement that has no columns
     */
    public boolean answersRows() {
        return answersRows;
    }

    /**
     * The columns of the result. Without rows the server sends none; then it is asked for them, once, when this is called.
     *
     * @return unmodifiable, in order; none for a statement without rows that is not a SELECT, WITH, FROM or EXPLAIN
     * @throws io.chconnect.error.ClickHouseException if the result has no rows, and the server cannot describe the statement
     */
    public List<ResultColumn> columns() {
        List<ResultColumn> known = columns;
        if (known == null) {
            known = askForColumns.get();
            columns = known;
        }
        return known;
    }

    /**
     * The names of the columns, known as {@link #columns} are.
     *
     * @return unmodifiable, in order
     */
    public List<String> names() {
        return columns().stream().map(ResultColumn::name).toList();
    }

    /**
     * The next block with rows, after waiting for it.
     *
     * @return null at the end
     */
    public @Nullable Block nextBlock() {
        Block block = lookedAhead;
        if (block != null) {
            requireOpen();
            lookedAhead = null;
            return block;
        }
        return receive();
    }

    /**
     * Gives a block back that nobody will look at again, so that the next one may be read into its arrays. This pays where
     * each block is used up before the next; blocks that are not given back stay as they are.
     *
     * @param block a block of this result; its columns may change from now on
     */
    public void recycle(Block block) {
        source.events().recycle(block);
    }

    /**
     * The blocks that were not read yet.
     *
     * @return an iterator that waits for each block
     */
    public Iterator<Block> blocks() {
        return new BlockIterator(this::nextBlock);
    }

    /**
     * The rows that were not read yet.
     *
     * @return an iterator that waits for each block
     */
    @Override
    public Iterator<Row> iterator() {
        return new RowIterator(blocks(), formats);
    }

    /**
     * The rows that were not read yet, without an object for each.
     *
     * @return a cursor before the first of them
     */
    public RowCursor cursor() {
        return new RowCursor(blocks(), formats, this::recycle);
    }

    /**
     * The rows that were not read yet, as a sequential stream. It reads while it runs; closing it closes the result.
     *
     * @return a stream
     */
    public Stream<Row> stream() {
        return stream(iterator());
    }

    /**
     * The rows that were not read yet as objects, as a sequential stream. It reads while it runs; closing it closes the
     * result.
     *
     * @param target the class of the objects
     * @param <T> the class of the objects
     * @return a stream
     * @throws ConfigurationException when the stream runs, if rows cannot become such objects
     */
    public <T> Stream<T> stream(Class<T> target) {
        return stream(objects(target, null));
    }

    /**
     * The rows that were not read yet as objects of a class that is not open to everybody, as a sequential stream.
     *
     * @param lookup has the right to make them
     * @param target the class of the objects
     * @param <T> the class of the objects
     * @return a stream; closing it closes the result
     * @throws ConfigurationException when the stream runs, if rows cannot become such objects
     */
    public <T> Stream<T> stream(MethodHandles.Lookup lookup, Class<T> target) {
        return stream(objects(target, lookup));
    }

    /**
     * All rows that were not read yet, in memory.
     *
     * @return a new list
     */
    public List<Row> rows() {
        return list(iterator());
    }

    /**
     * All rows that were not read yet as columns, in memory.
     *
     * @return the columns, each joined over all blocks
     */
    public ResultColumns toColumns() {
        try (this) {
            List<Block> all = new ArrayList<>();
            blocks().forEachRemaining(all::add);
            return new ResultColumns(columns(), all);
        }
    }

    /**
     * All rows that were not read yet as objects, in memory.
     *
     * @param target the class of the objects
     * @param <T> the class of the objects
     * @return a new list; for a class that values have by themselves it has null for NULL
     * @throws ConfigurationException if rows cannot become such objects
     */
    public <T> List<T> toList(Class<T> target) {
        return list(objects(target, null));
    }

    /**
     * All rows that were not read yet as objects of a class that is not open to everybody, in memory.
     *
     * @param lookup has the right to make them
     * @param target the class of the objects
     * @param <T> the class of the objects
     * @return a new list
     * @throws ConfigurationException if rows cannot become such objects
     */
    public <T> List<T> toList(MethodHandles.Lookup lookup, Class<T> target) {
        return list(objects(target, lookup));
    }

    /**
     * All rows that were not read yet, each through a mapper, in memory.
     *
     * @param mapper makes an object of each row
     * @param <T> the class of the objects
     * @return a new list
     */
    public <T extends @Nullable Object> List<T> toList(RowMapper<T> mapper) {
        Iterator<Row> rows = iterator();
        return list(new Iterator<T>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public T next() {
                return mapper.map(rows.next());
            }
        });
    }

    /**
     * The next row; the others are thrown away.
     *
     * @return empty when there is none
     */
    public Optional<Row> firstRow() {
        return first(iterator());
    }

    /**
     * The next row as an object; the others are thrown away.
     *
     * @param target the class of the object
     * @param <T> the class of the object
     * @return empty when there is no row, or its only value is NULL
     * @throws ConfigurationException if a row cannot become such an object
     */
    public <T> Optional<T> first(Class<T> target) {
        return first(objects(target, null));
    }

    /**
     * The only value of a result with one row and one column.
     *
     * @param target a class that the value converts to
     * @param <T> the class of the value
     * @return the value
     * @throws ConfigurationException if there is not exactly one row with one column
     * @throws io.chconnect.error.ConversionException if the value is NULL or not of such a class
     */
    public <T> T single(Class<T> target) {
        try (this) {
            Row row = firstRowOnly();
            T value = row.getObject(0, target);
            if (value == null) {
                throw new io.chconnect.error.ConversionException("NULL, expected a " + target.getSimpleName())
                        .at(row.names().get(0), 0);
            }
            return value;
        }
    }

    /**
     * What the query did. Known when all rows are read. A server over HTTP tells it before the rows: then the counts are
     * those of that moment, unless the setting {@code wait_end_of_query} made it wait.
     *
     * @return the summary
     * @throws ConfigurationException if rows are left
     */
    public Summary summary() {
        if (summary == null || lookedAhead != null) {
            throw new ConfigurationException("The summary is known when all rows are read, and some are left");
        }
        return Summary.of(summary);
    }

    @Override
    public void close() {
        try {
            source.close();
        } finally {
            // Until here the garbage collector must not take the result for dropped.
            Reference.reachabilityFence(this);
        }
    }

    private Row firstRowOnly() {
        Block block = nextBlock();
        if (block == null || block.rowCount() != 1 || block.columnCount() != 1 || nextBlock() != null) {
            String found = block == null ? "no rows" : block.columnCount() + " columns or more than one row";
            throw new ConfigurationException("Expected one row with one column, and the result has " + found);
        }
        return new Row(block, 0, null);
    }

    <T> Iterator<T> objects(Class<T> target, MethodHandles.@Nullable Lookup lookup) {
        @SuppressWarnings("NullAway") // null stands for NULL only where the class is one of values
        Iterator<T> objects = new MappedRows<>(blocks(), new BlockMapper<>(target, lookup), this::recycle);
        return objects;
    }

    private <T> Optional<T> first(Iterator<T> rows) {
        try (this) {
            return rows.hasNext() ? Optional.ofNullable(rows.next()) : Optional.empty();
        }
    }

    private <T> Stream<T> stream(Iterator<T> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    private <T extends @Nullable Object> List<T> list(Iterator<T> rows) {
        try (this) {
            List<T> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }

    private void requireOpen() {
        if (summary == null && source.isClosed()) {
            throw new ConfigurationException("The result is closed");
        }
    }

    private @Nullable Block receive() {
        requireOpen();
        while (summary == null) {
            QueryEvent event = nextEvent();
            if (event instanceof QueryEvent.Data data) {
                Block block = data.block();
                keepColumns(block);
                if (block.rowCount() > 0) {
                    return block;
                }
            } else if (event instanceof QueryEvent.End end) {
                summary = end.summary();
                source.close();
            }
        }
        return null;
    }

    private QueryEvent nextEvent() {
        try {
            return source.events().next();
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private void keepColumns(Block block) {
        if (columns == null && block.columnCount() > 0) {
            List<ResultColumn> found = new ArrayList<>();
            for (int i = 0; i < block.columnCount(); i++) {
                found.add(new ResultColumn(block.names().get(i), block.column(i).type()));
            }
            columns = List.copyOf(found);
        }
    }
}
