package io.chconnect.client;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.ConnectionUrl;
import io.chconnect.client.config.Options;
import io.chconnect.client.internal.operation.CallScope;
import io.chconnect.client.internal.operation.Operations;
import io.chconnect.client.internal.sql.Identifiers;
import io.chconnect.client.internal.sql.StatementKind;
import io.chconnect.client.internal.statement.Statements;
import io.chconnect.client.internal.value.ReadFormats;
import io.chconnect.client.transport.ArrowBatches;
import io.chconnect.client.transport.ArrowForm;
import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.client.transport.CommandOutcome;
import io.chconnect.client.transport.Pooled;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.RawContent;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.Transport;
import io.chconnect.codec.Block;
import io.chconnect.codec.Zones;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TransportException;
import io.chconnect.types.DataTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client of one ClickHouse: a server over HTTP, or the engine in this process. Thread-safe; one client serves a whole
 * application. It keeps no session: each statement stands for itself.
 *
 * <p>Every method throws a {@link ClickHouseException} when it fails, and waits no longer than the client's limits.
 */
public final class Client implements AutoCloseable {
    private final ClientConfig config;
    private final Statements statements;
    private final Calls calls;
    private final @Nullable Session session;
    private final AtomicReference<@Nullable ServerInfo> serverInfo;

    Client(ClientConfig config, Transport transport, List<OperationListener> listeners) {
        this.config = config;
        this.statements =
                new Statements(transport, new Operations(listeners, transport.name(), config.get(Options.DATABASE)));
        this.serverInfo = new AtomicReference<>();
        this.calls = new Calls(config.get(Options.MAX_CONNECTIONS));
        String id = config.get(Options.SESSION_ID);
        this.session = id.isEmpty() ? null : id.equals("auto") ? Session.create() : Session.of(id);
    }

    private Client(Client whole, CallScope scope) {
        this.config = whole.config;
        this.statements = whole.statements.within(scope);
        this.calls = whole.calls;
        this.session = whole.session;
        this.serverInfo = whole.serverInfo;
    }

    /**
     * A client for a URL: {@code http://user:password@host:8123/database?option=value}, {@code https://…}, or
     * {@code chdb:memory} and {@code chdb:/path} for the engine in this process. A server need not be reachable yet.
     *
     * @param url the URL; user, password, database and option values are percent-encoded
     * @return the client; the caller closes it
     * @throws io.chconnect.error.ConfigurationException if it is not such a URL
     */
    public static Client connect(String url) {
        return builder().url(url).build();
    }

    /**
     * Starts making a client with options.
     *
     * @return a new builder
     */
    public static ClientBuilder builder() {
        return new ClientBuilder(ConnectionUrl.parse("http://localhost"));
    }

    /**
     * Runs a statement that changes something or answers shortly, to its end.
     *
     * @param sql the statement
     * @return what the server answered
     */
    public CommandResult command(String sql) {
        return command(request -> request.sql(sql));
    }

    /**
     * Runs a statement that changes something or answers shortly, to its end.
     *
     * @param request describes the statement
     * @return what the server answered
     */
    public CommandResult command(UnaryOperator<QueryRequest> request) {
        CommandOutcome outcome = statements.command(statement(request));
        return new CommandResult(outcome.text(), Summary.of(outcome.summary()));
    }

    /**
     * Runs a query. Rows arrive while they are read; memory is bounded by a block.
     *
     * @param sql the query, without a {@code FORMAT} clause
     * @return the result; the caller closes it
     */
    public QueryResult query(String sql) {
        return query(request -> request.sql(sql));
    }

    /**
     * Runs a query. Rows arrive while they are read; memory is bounded by a block.
     *
     * @param request describes the query, for example
     *     {@code request -> request.sql("SELECT {id:UInt64}").parameter("id", 7)}
     * @return the result; the caller closes it
     */
    public QueryResult query(UnaryOperator<QueryRequest> request) {
        return prepare(request).get();
    }

    /** A query that is known to make sense, to be run once. */
    Supplier<QueryResult> prepare(UnaryOperator<QueryRequest> request) {
        QueryRequest described = request.apply(new QueryRequest());
        StatementRequest statement = described.build(config, session);
        statements.check(statement);
        ReadFormats formats = described.readFormats(config);
        return () -> open(described, statement, formats);
    }

    private QueryResult open(QueryRequest described, StatementRequest statement, ReadFormats formats) {
        QueryEvents events = described.limited(config, statements.query(statement));
        try {
            return new QueryResult(events, formats, statement.sql(), () -> describe(statement));
        } catch (RuntimeException e) {
            events.close();
            throw e;
        }
    }

    /**
     * Inserts rows.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param columns the names of the columns to fill; the others get their defaults
     * @param rows one list of values per row, in the order of {@code columns}; null is NULL. May be made on the way
     * @return what was written; nothing is sent when there are no rows
     * @throws io.chconnect.error.ConversionException if a value does not fit its column; nothing of its block is sent
     */
    public Summary insert(String table, List<String> columns, Iterable<? extends List<?>> rows) {
        return insertContext(request -> request.table(table).columns(columns)).insert(rows);
    }

    /**
     * Inserts objects, as {@link InsertContext} describes, or rows for all columns of the table.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param objects records or other objects, all of the class of the first one; or lists of values
     * @return what was written; nothing is sent when there are no objects
     * @throws io.chconnect.error.ConversionException if a value does not fit its column; nothing of its block is sent
     * @throws io.chconnect.error.ConfigurationException if the class does not fit the table
     */
    public Summary insert(String table, Iterable<?> objects) {
        return insertContext(request -> request.table(table)).insertAll(objects.iterator());
    }

    /**
     * Inserts objects of a class, as {@link InsertContext} describes.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param source the class of the objects
     * @param objects the objects; may be made on the way
     * @param <T> the class of the objects
     * @return what was written; nothing is sent when there are no objects
     * @throws io.chconnect.error.ConversionException if a value does not fit its column; nothing of its block is sent
     * @throws io.chconnect.error.ConfigurationException if the class does not fit the table
     */
    public <T> Summary insert(String table, Class<T> source, Iterable<? extends T> objects) {
        return insertContext(request -> request.table(table)).insert(source, objects);
    }

    /**
     * Inserts columns.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param columns the names of the columns to fill; the others get their defaults
     * @param values one array, {@link NullableArray}, {@code Collection} or {@link io.chconnect.codec.column.Column} per
     *     column, all of the same length; primitive arrays of the storage's width, an {@code int[]} for DateTime
     *     as seconds, a {@code long[]} for DateTime64 as ticks since 1970 and a {@code String[]} for String are taken without
     *     copying
     * @return what was written
     * @throws io.chconnect.error.ConversionException if a value does not fit its column; nothing is sent. An unpaired surrogate
     *     in a {@code String[]} for String is only found while its bytes are sent; the server then stores nothing of them
     */
    public Summary insertColumns(String table, List<String> columns, List<?> values) {
        return insertContext(request -> request.table(table).columns(columns)).insertColumns(values);
    }

    /**
     * Inserts blocks, for example those of a query's result. Their columns go to the table's columns of the same names; the
     * server converts types that differ.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param blocks asked for one by one, each when the one before is sent
     * @return what was written
     */
    public Summary insertBlocks(String table, Iterator<Block> blocks) {
        return insertContext(request -> request.table(table)).insertBlocks(blocks);
    }

    /**
     * Prepares inserts into one table, which need not ask for its columns each time.
     *
     * @param request describes them, for example {@code request -> request.table("t").columns("a", "b")}
     * @return a context for any number of inserts
     */
    public InsertContext insertContext(UnaryOperator<InsertRequest> request) {
        return new InsertContext(this, request.apply(new InsertRequest()));
    }

    /**
     * Inserts blocks by a statement of one's own, such as {@code INSERT INTO t (a) SETTINGS …} or
     * {@code INSERT INTO t SELECT lower(x) FROM input('x String')}.
     *
     * @param request describes the statement, without a {@code FORMAT} clause
     * @param blocks asked for one by one, each when the one before is sent
     * @return what was written
     */
    public Summary insertBlocks(UnaryOperator<QueryRequest> request, Iterator<Block> blocks) {
        return Summary.of(statements.insert(statement(request), () -> blocks.hasNext() ? blocks.next() : null));
    }

    /**
     * Runs a query and gives its answer as bytes.
     *
     * @param sql the query
     * @param format the format of the answer, for example {@code Parquet}; a {@code FORMAT} clause of the query wins
     * @return the answer; the caller closes it
     * @throws io.chconnect.error.ConfigurationException if the transport carries no other formats than its own
     */
    public RawResult rawQuery(String sql, String format) {
        return rawQuery(format, request -> request.sql(sql));
    }

    /**
     * Runs a query and gives its answer as bytes.
     *
     * @param format the format of the answer, for example {@code Parquet}; a {@code FORMAT} clause of the query wins
     * @param request describes the query
     * @return the answer; the caller closes it
     * @throws io.chconnect.error.ConfigurationException if the transport carries no other formats than its own
     */
    public RawResult rawQuery(String format, UnaryOperator<QueryRequest> request) {
        return new RawResult(statements.rawQuery(statement(request), format));
    }

    /**
     * Runs a query and gives its result as structures of Arrow's C Data Interface, in the engine's own memory. The module
     * {@code clickhouse-connect-arrow} makes vectors of them; this is what it stands on. A most number of rows is not kept.
     *
     * @param request describes the query, without a {@code FORMAT} clause
     * @param form how its columns stand in Arrow
     * @return the batches; the caller closes them
     * @throws io.chconnect.error.ConfigurationException if the transport cannot do that, as HTTP cannot
     */
    public ArrowBatches arrowQuery(UnaryOperator<QueryRequest> request, ArrowForm form) {
        return statements.arrowQuery(statement(request), form);
    }

    /**
     * Inserts data that is in some format already.
     *
     * @param request describes the statement with its {@code FORMAT} clause, for example
     *     {@code request -> request.sql("INSERT INTO t (a, b) FORMAT CSV")}
     * @param data the data; a failure to read it stops the insert and comes out as {@link java.io.UncheckedIOException}
     * @return what was written
     * @throws io.chconnect.error.ConfigurationException if the transport carries no other formats than its own
     */
    public Summary rawInsert(UnaryOperator<QueryRequest> request, RawContent data) {
        return Summary.of(statements.rawInsert(statement(request), data));
    }

    /**
     * Inserts a file. A name that ends with {@code .gz}, {@code .zst}, {@code .lz4} or {@code .br} means that it is
     * compressed.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param columns the columns of the file, in order; empty when it says so itself, or has all of the table
     * @param format the format of the file, for example {@code CSVWithNames}
     * @param file the file
     * @return what was written
     * @throws io.chconnect.error.ConfigurationException if the file cannot be read, or the transport carries no other
     *     formats than its own
     */
    public Summary insertFile(String table, List<String> columns, String format, Path file) {
        RawContent content = RawContent.of(file);
        String sql = "INSERT INTO " + Identifiers.table(table)
                + (columns.isEmpty() ? "" : " " + Identifiers.list(columns)) + " FORMAT " + format;
        return rawInsert(request -> request.sql(sql), content);
    }

    /**
     * The version of the server. Asked once, when it is first wanted.
     *
     * @return for example {@code 26.7.2.1}
     */
    public String serverVersion() {
        return serverInfo().version();
    }

    /**
     * What the server is. Asked once, when it is first wanted.
     *
     * @return its version and zone
     */
    public ServerInfo serverInfo() {
        ServerInfo known = serverInfo.get();
        if (known == null) {
            String[] answer =
                    command("SELECT version(), timezone()").text().strip().split("\t", -1);
            if (answer.length != 2) {
                throw new TransportException(
                        statements.transport().name() + " does not tell its version and time zone",
                        StatementOutcome.NOT_APPLICABLE,
                        null);
            }
            known = new ServerInfo(answer[0], Zones.ofServer(answer[1]));
            serverInfo.set(known);
        }
        return known;
    }

    /**
     * The calls of this client as futures and publishers, which run on a virtual thread each where Java has them (21 and
     * newer), and otherwise on a pool of as many threads as there may be connections.
     *
     * @return a view of this client
     */
    public AsyncClient async() {
        return new AsyncClient(this, calls.get());
    }

    /**
     * The calls of this client as futures and publishers.
     *
     * @param executor runs the calls, which block its threads
     * @return a view of this client
     */
    public AsyncClient async(Executor executor) {
        return new AsyncClient(this, executor);
    }

    /**
     * Asks whether ClickHouse is there.
     *
     * @return false when it is not, for whatever reason
     */
    public boolean ping() {
        return ping(config.get(Options.CONNECT_TIMEOUT));
    }

    /**
     * Asks whether ClickHouse is there.
     *
     * @param limit how long to wait at most
     * @return false when it is not, for whatever reason
     */
    public boolean ping(Duration limit) {
        try {
            statements.ping(limit);
            return true;
        } catch (ClickHouseException e) {
            return false;
        }
    }

    /**
     * The connections of this client, where it has any.
     *
     * @return empty for the engine in this process
     */
    public Optional<ConnectionCounts> connections() {
        return statements.transport() instanceof Pooled pooled ? Optional.of(pooled.connections()) : Optional.empty();
    }

    /** Lets go of all connections. Statements that are under way in other threads fail. Closing twice is harmless. */
    @Override
    public void close() {
        statements.close();
        calls.close();
    }

    /** Shows where the client is connected to, and no secret. */
    @Override
    public String toString() {
        return "Client[" + statements.transport().name() + "]";
    }

    Summary insert(UnaryOperator<QueryRequest> request, BlockSupplier blocks) {
        return Summary.of(statements.insert(statement(request), blocks));
    }

    /** The same client, for calls that a scope can end. */
    Client within(CallScope scope) {
        return new Client(this, scope);
    }

    /** Work for another thread, which takes along what belongs to this one. */
    Runnable carry(Runnable work) {
        return statements.carry(work);
    }

    /** A scope for calls of this client. */
    CallScope scope() {
        return new CallScope(statements.transport()::cancel);
    }

    /** The columns of a query that gave no rows. */
    private List<ResultColumn> describe(StatementRequest query) {
        Optional<String> question = StatementKind.describing(query.sql());
        if (question.isEmpty()) {
            return List.of();
        }
        try (QueryResult answer = new QueryResult(
                statements.query(query.withSql(question.get())), ReadFormats.NONE, question.get(), List::of)) {
            return answer.stream()
                    .map(row -> new ResultColumn(
                            String.valueOf(row.getString("name")),
                            DataTypes.parse(String.valueOf(row.getString("type")))))
                    .toList();
        }
    }

    private StatementRequest statement(UnaryOperator<QueryRequest> request) {
        return request.apply(new QueryRequest()).build(config, session);
    }
}
