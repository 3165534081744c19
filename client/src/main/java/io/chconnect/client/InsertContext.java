package io.chconnect.client;

import io.chconnect.client.internal.insert.BlockLimit;
import io.chconnect.client.internal.insert.ColumnBlocks;
import io.chconnect.client.internal.insert.Deduplication;
import io.chconnect.client.internal.insert.InsertTarget;
import io.chconnect.client.internal.insert.RowAppender;
import io.chconnect.client.internal.insert.RowBlocks;
import io.chconnect.client.internal.insert.TableColumns;
import io.chconnect.client.internal.insert.TableName;
import io.chconnect.client.internal.mapping.RowWriter;
import io.chconnect.client.internal.result.BlockIterator;
import io.chconnect.client.internal.sql.Identifiers;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockBuilder;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.lang.invoke.MethodHandles;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inserts into one table, again and again. The table is asked for its columns once, at the first insert that needs to know
 * them; after an ALTER a new context is needed. Immutable and thread-safe.
 *
 * <p>Values are converted on this side, block by block. A value that does not fit is an error before anything of its block is
 * sent; blocks before it may have been stored. The first block is made before the server is asked for anything.
 *
 * <p>Objects are inserted by their properties: the components of a record, the getters of another class that stand for a
 * field or have a setter, and its public fields. {@link ColumnName} says how the columns are found; every property needs one,
 * unless it has {@link NoColumn}.
 */
public final class InsertContext {
    private final Client client;
    private final InsertRequest request;
    private final AtomicReference<@Nullable TableColumns> known;

    InsertContext(Client client, InsertRequest request) {
        this(client, request, new AtomicReference<>());
    }

    private InsertContext(Client client, InsertRequest request, AtomicReference<@Nullable TableColumns> known) {
        this.client = client;
        this.request = request;
        this.known = known;
    }

    /** The same context on a view of its client. */
    InsertContext on(Client view) {
        return new InsertContext(view, request, known);
    }

    /**
     * Inserts rows.
     *
     * @param rows one list of values per row, in the order of the columns; null is NULL. May be made on the way
     * @return what was written; nothing is sent when there are no rows
     * @throws ConversionException if a value does not fit its column; it names the row, counted from 0
     */
    public Summary insert(Iterable<? extends List<?>> rows) {
        return insertRows(rows.iterator());
    }

    /**
     * Inserts rows.
     *
     * @param rows as for {@link #insert(Iterable)}; closed afterwards
     * @return what was written
     */
    public Summary insert(Stream<? extends List<?>> rows) {
        try (rows) {
            return insertRows(rows.iterator());
        }
    }

    /**
     * Inserts objects.
     *
     * @param source the class of the objects
     * @param objects the objects; may be made on the way
     * @param <T> the class of the objects
     * @return what was written; nothing is sent when there are no objects
     * @throws ConversionException if a value does not fit its column; it names the row, counted from 0
     * @throws io.chconnect.error.ConfigurationException if the class does not fit the table
     */
    public <T> Summary insert(Class<T> source, Iterable<? extends T> objects) {
        return insertObjects(source, null, objects.iterator());
    }

    /**
     * Inserts objects.
     *
     * @param source the class of the objects
     * @param objects the objects; closed afterwards
     * @param <T> the class of the objects
     * @return what was written
     */
    public <T> Summary insert(Class<T> source, Stream<? extends T> objects) {
        try (objects) {
            return insertObjects(source, null, objects.iterator());
        }
    }

    /**
     * Inserts objects of a class that is not open to everybody.
     *
     * @param lookup has the right to read them
     * @param source the class of the objects
     * @param objects the objects; may be made on the way
     * @param <T> the class of the objects
     * @return what was written
     */
    public <T> Summary insert(MethodHandles.Lookup lookup, Class<T> source, Iterable<? extends T> objects) {
        return insertObjects(source, lookup, objects.iterator());
    }

    /**
     * Inserts columns, as one block.
     *
     * @param values one array, {@link NullableArray}, {@code Collection} or {@link io.chconnect.codec.column.Column} per
     *     column, all of the same length; primitive arrays of the storage's width, an {@code int[]} for DateTime
     *     as seconds, a {@code long[]} for DateTime64 as ticks since 1970 and a {@code String[]} for String are taken without
     *     copying
     * @return what was written; nothing is sent when there are no rows
     * @throws ConversionException if a value does not fit its column; nothing is sent. An unpaired surrogate
     *     in a {@code String[]} for String is only found while its bytes are sent; the server then stores nothing of them
     */
    public Summary insertColumns(List<?> values) {
        Block block = ColumnBlocks.block(target(), values);
        Iterator<Block> single = List.of(block).iterator();
        return block.rowCount() == 0 ? Summary.NOTHING : send(block.names(), single);
    }

    /**
     * Inserts blocks, for example those of a query's result. Their columns go to the table's columns of the same names; the
     * server converts types that differ.
     *
     * @param blocks asked for one by one, each when the one before is sent
     * @return what was written; nothing is sent when there are no blocks
     */
    public Summary insertBlocks(Iterator<Block> blocks) {
        if (!blocks.hasNext()) {
            return Summary.NOTHING;
        }
        Block first = blocks.next();
        return send(first.names(), new FirstAndRest<>(first, blocks));
    }

    /**
     * Prepares the insert of lists of values that many threads add one by one.
     *
     * @return a builder of the inserter
     */
    public BufferedInserterBuilder<List<?>> buffered() {
        return new BufferedInserterBuilder<>(this, target(), BlockBuilder::appendRow);
    }

    /**
     * Prepares the insert of objects that many threads add one by one.
     *
     * @param source the class of the objects
     * @param <T> the class of the objects
     * @return a builder of the inserter
     * @throws io.chconnect.error.ConfigurationException if the class does not fit the table
     */
    public <T> BufferedInserterBuilder<T> buffered(Class<T> source) {
        InsertTarget target = target(source, null);
        return new BufferedInserterBuilder<>(this, target, appender(source, null, target));
    }

    /**
     * Prepares the insert of objects of a class that is not open to everybody, which many threads add one by one.
     *
     * @param lookup has the right to read them
     * @param source the class of the objects
     * @param <T> the class of the objects
     * @return a builder of the inserter
     * @throws io.chconnect.error.ConfigurationException if the class does not fit the table
     */
    public <T> BufferedInserterBuilder<T> buffered(MethodHandles.Lookup lookup, Class<T> source) {
        InsertTarget target = target(source, lookup);
        return new BufferedInserterBuilder<>(this, target, appender(source, lookup, target));
    }

    /**
     * The columns that an insert without names fills: those of the table that are neither ALIAS, MATERIALIZED nor EPHEMERAL.
     *
     * @return unmodifiable, in the order of the table
     */
    public List<String> storedColumns() {
        return columns().stored();
    }

    /**
     * The types of columns of the table.
     *
     * @param names columns that may be inserted into, each once
     * @return the types in the same order
     * @throws io.chconnect.error.ConfigurationException if the table has no such column
     */
    public List<DataType> types(List<String> names) {
        return columns().target(request.table(), names).types();
    }

    /**
     * The zone of DateTime columns whose type names none.
     *
     * @return never null
     */
    public ZoneId zone() {
        return columns().zone();
    }

    BlockLimit limit() {
        return request.limit();
    }

    /** The columns that lists of values fill. */
    InsertTarget target() {
        TableColumns columns = columns();
        List<String> names = request.columns();
        return columns.target(request.table(), names == null ? columns.stored() : names);
    }

    /** The columns that objects of a class fill. */
    InsertTarget target(Class<?> source, MethodHandles.@Nullable Lookup lookup) {
        TableColumns columns = columns();
        List<String> names = request.columns();
        return columns.target(
                request.table(), names == null ? RowWriter.columns(source, lookup, columns.insertable()) : names);
    }

    /** Adds objects of a class to blocks of the columns they fill. */
    private static <T> RowAppender<T> appender(
            Class<?> source, MethodHandles.@Nullable Lookup lookup, InsertTarget target) {
        RowWriter writer = RowWriter.of(source, lookup, target.names(), target.types());
        return (block, object) -> writer.write(object, block);
    }

    /** Whether the table knows an insert that comes again by its token. */
    boolean deduplicates() {
        TableName name = TableName.parse(request.table());
        try (QueryResult answer = client.query(statement -> request.look(statement)
                .sql(Deduplication.QUESTION)
                .parameter("name", name.table())
                .parameter("database", name.database()))) {
            return answer.firstRow()
                    .map(row -> Deduplication.of(String.valueOf(row.getString(0)), String.valueOf(row.getString(1))))
                    .orElse(false);
        }
    }

    /** Sends blocks; with a token, in the way in which tables deduplicate. */
    Summary send(Iterator<Block> blocks, List<String> columns, @Nullable String token) {
        String sql = "INSERT INTO " + Identifiers.table(request.table()) + " " + Identifiers.list(columns);
        return client.insert(
                statement -> {
                    request.insert(statement).sql(sql);
                    return token == null
                            ? statement
                            : statement
                                    .repeatable()
                                    .setting("insert_deduplication_token", token)
                                    .setting("insert_deduplicate", true)
                                    .setting("async_insert", false);
                },
                () -> blocks.hasNext() ? blocks.next() : null);
    }

    private Summary send(List<String> columns, Iterator<Block> blocks) {
        return send(blocks, columns, null);
    }

    /** Inserts lists of values, or objects of the class of the first one. */
    <T> Summary insertAll(Iterator<T> all) {
        if (!all.hasNext()) {
            return Summary.NOTHING;
        }
        T first = all.next();
        Iterator<T> whole = new FirstAndRest<>(first, all);
        return first instanceof List
                ? insert(target(), whole, InsertContext::appendList)
                : insertObjects(first.getClass(), null, whole);
    }

    private static void appendList(BlockBuilder block, Object row) {
        if (!(row instanceof List)) {
            throw ConversionException.of(row, "a row", "expected a List, as the first row is");
        }
        block.appendRow((List<?>) row);
    }

    private Summary insertRows(Iterator<? extends List<?>> rows) {
        return rows.hasNext() ? insert(target(), rows, BlockBuilder::appendRow) : Summary.NOTHING;
    }

    Summary insertObjects(Class<?> source, MethodHandles.@Nullable Lookup lookup, Iterator<?> objects) {
        if (!objects.hasNext()) {
            return Summary.NOTHING;
        }
        InsertTarget target = target(source, lookup);
        return insert(target, objects, appender(source, lookup, target));
    }

    private <T> Summary insert(InsertTarget target, Iterator<? extends T> rows, RowAppender<T> appender) {
        RowBlocks<T> blocks = new RowBlocks<>(target, request.limit(), rows, appender);
        Block first = Objects.requireNonNull(blocks.next());
        return send(target.names(), new FirstAndRest<>(first, new BlockIterator(blocks::next)));
    }

    private TableColumns columns() {
        TableColumns columns = known.get();
        if (columns == null) {
            String sql = "DESCRIBE TABLE " + Identifiers.table(request.table());
            try (QueryResult description =
                    client.query(statement -> request.look(statement).sql(sql))) {
                columns = new TableColumns(description);
            }
            known.set(columns);
        }
        return columns;
    }
}
