package io.chconnect.client;

import io.chconnect.client.internal.result.BlockIterator;
import io.chconnect.client.transport.RawContent;
import io.chconnect.codec.Block;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The calls of a {@link Client} as futures, and queries as publishers. Thread-safe; lives as long as its client.
 *
 * <p>Futures fail with the exceptions of the client, as the cause of an {@link java.util.concurrent.ExecutionException} or
 * {@link java.util.concurrent.CompletionException}. Cancelling one, with or without {@code mayInterruptIfRunning}, ends what is
 * under way: the connection is broken off, the statement is cancelled on the server, and what was held is released. So does
 * completing it in any other way, for example by {@link CompletableFuture#orTimeout}. It must be the future itself that is
 * cancelled: of futures that were made of it, Java passes nothing on. Results are read as ever: waiting for their blocks is up
 * to the reader.
 *
 * <p>Publishers follow the Reactive Streams rules. Each subscriber gets an execution of its own, which starts with its first
 * demand; a request that makes no sense fails at once. A block is read when there is demand for it, so that no more than a block
 * is held; without demand no thread is occupied, but a connection is, and the limit of time for each next piece of the answer
 * goes on. Cancelling a subscription ends the statement, as with futures.
 */
public final class AsyncClient {
    private final Client client;
    private final Executor executor;

    AsyncClient(Client client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    /**
     * Any calls of a client as one future, for example {@code call(c -> c.query(sql).toList(Person.class))}.
     *
     * @param call gets the client, whose statements this future can end. A result that is {@link AutoCloseable} is closed when
     *     it comes after the future is cancelled
     * @param <T> the class of the result
     * @return what the call returns
     */
    public <T> CompletableFuture<T> call(Function<Client, T> call) {
        return CallFuture.start(client, executor, call);
    }

    /**
     * {@link Client#command(String)}.
     *
     * @param sql the statement
     * @return what the server answered
     */
    public CompletableFuture<CommandResult> command(String sql) {
        return call(each -> each.command(sql));
    }

    /**
     * {@link Client#command(UnaryOperator)}.
     *
     * @param request describes the statement
     * @return what the server answered
     */
    public CompletableFuture<CommandResult> command(UnaryOperator<QueryRequest> request) {
        return call(each -> each.command(request));
    }

    /**
     * {@link Client#query(String)}.
     *
     * @param sql the query
     * @return the result, whose first block is there; the caller closes it
     */
    public CompletableFuture<QueryResult> query(String sql) {
        return call(each -> each.query(sql));
    }

    /**
     * {@link Client#query(UnaryOperator)}.
     *
     * @param request describes the query
     * @return the result, whose first block is there; the caller closes it
     */
    public CompletableFuture<QueryResult> query(UnaryOperator<QueryRequest> request) {
        return call(each -> each.query(request));
    }

    /**
     * Publishes the blocks of a query.
     *
     * @param request describes the query; used anew for each subscriber
     * @return a publisher of the blocks that have rows
     */
    public Flow.Publisher<Block> publishBlocks(UnaryOperator<QueryRequest> request) {
        return new QueryPublisher<>(client, executor, request, result -> new BlockIterator(result::nextBlock));
    }

    /**
     * Publishes the rows of a query.
     *
     * @param request describes the query; used anew for each subscriber
     * @return a publisher of the rows
     */
    public Flow.Publisher<Row> publishRows(UnaryOperator<QueryRequest> request) {
        return new QueryPublisher<>(client, executor, request, QueryResult::iterator);
    }

    /**
     * Publishes the rows of a query as objects.
     *
     * @param target the class of the objects, as for {@link QueryResult#stream(Class)}; a NULL that would be one is an error
     * @param request describes the query; used anew for each subscriber
     * @param <T> the class of the objects
     * @return a publisher of the objects
     */
    public <T> Flow.Publisher<T> publish(Class<T> target, UnaryOperator<QueryRequest> request) {
        return new QueryPublisher<T>(client, executor, request, result -> result.objects(target, null));
    }

    /**
     * Publishes the rows of a query as objects of a class that is not open to everybody.
     *
     * @param lookup has the right to make them
     * @param target the class of the objects; a NULL that would be one is an error
     * @param request describes the query; used anew for each subscriber
     * @param <T> the class of the objects
     * @return a publisher of the objects
     */
    public <T> Flow.Publisher<T> publish(
            MethodHandles.Lookup lookup, Class<T> target, UnaryOperator<QueryRequest> request) {
        return new QueryPublisher<T>(client, executor, request, result -> result.objects(target, lookup));
    }

    /**
     * {@link Client#insert(String, List, Iterable)}.
     *
     * @param table the table
     * @param columns the names of the columns to fill
     * @param rows one list of values per row; not to be changed until the future is complete
     * @return what was written
     */
    public CompletableFuture<Summary> insert(String table, List<String> columns, Iterable<? extends List<?>> rows) {
        return call(each -> each.insert(table, columns, rows));
    }

    /**
     * {@link Client#insert(String, Iterable)}.
     *
     * @param table the table
     * @param objects records or beans; not to be changed until the future is complete
     * @return what was written
     */
    public CompletableFuture<Summary> insert(String table, Iterable<?> objects) {
        return call(each -> each.insert(table, objects));
    }

    /**
     * {@link Client#insert(String, Class, Iterable)}.
     *
     * @param table the table
     * @param source the class of the objects
     * @param objects the objects; not to be changed until the future is complete
     * @param <T> the class of the objects
     * @return what was written
     */
    public <T> CompletableFuture<Summary> insert(String table, Class<T> source, Iterable<? extends T> objects) {
        return call(each -> each.insert(table, source, objects));
    }

    /**
     * An insert of a context, for example {@code insert(context, each -> each.insert(rows))}.
     *
     * @param context as made by {@link Client#insertContext}
     * @param insert gets the context, whose statements this future can end
     * @return what was written
     */
    public CompletableFuture<Summary> insert(InsertContext context, Function<InsertContext, Summary> insert) {
        return CallFuture.start(client, executor, each -> insert.apply(context.on(each)));
    }

    /**
     * {@link Client#insertColumns}.
     *
     * @param table the table
     * @param columns the names of the columns to fill
     * @param values the columns; not to be changed until the future is complete
     * @return what was written
     */
    public CompletableFuture<Summary> insertColumns(String table, List<String> columns, List<?> values) {
        return call(each -> each.insertColumns(table, columns, values));
    }

    /**
     * {@link Client#insertBlocks(String, Iterator)}.
     *
     * @param table the table
     * @param blocks asked for one by one, by the thread of the call
     * @return what was written
     */
    public CompletableFuture<Summary> insertBlocks(String table, Iterator<Block> blocks) {
        return call(each -> each.insertBlocks(table, blocks));
    }

    /**
     * {@link Client#insertBlocks(UnaryOperator, Iterator)}.
     *
     * @param request describes the statement
     * @param blocks asked for one by one, by the thread of the call
     * @return what was written
     */
    public CompletableFuture<Summary> insertBlocks(UnaryOperator<QueryRequest> request, Iterator<Block> blocks) {
        return call(each -> each.insertBlocks(request, blocks));
    }

    /**
     * {@link Client#insertFile}.
     *
     * @param table the table
     * @param columns the columns of the file; empty when it says so itself, or has all of the table
     * @param format the format of the file
     * @param file the file
     * @return what was written
     */
    public CompletableFuture<Summary> insertFile(String table, List<String> columns, String format, Path file) {
        return call(each -> each.insertFile(table, columns, format, file));
    }

    /**
     * {@link Client#rawQuery(String, String)}.
     *
     * @param sql the query
     * @param format the format of the answer
     * @return the answer; the caller closes it
     */
    public CompletableFuture<RawResult> rawQuery(String sql, String format) {
        return call(each -> each.rawQuery(sql, format));
    }

    /**
     * {@link Client#rawQuery(String, UnaryOperator)}.
     *
     * @param format the format of the answer
     * @param request describes the query
     * @return the answer; the caller closes it
     */
    public CompletableFuture<RawResult> rawQuery(String format, UnaryOperator<QueryRequest> request) {
        return call(each -> each.rawQuery(format, request));
    }

    /**
     * {@link Client#rawInsert}.
     *
     * @param request describes the statement with its {@code FORMAT} clause
     * @param data the data
     * @return what was written
     */
    public CompletableFuture<Summary> rawInsert(UnaryOperator<QueryRequest> request, RawContent data) {
        return call(each -> each.rawInsert(request, data));
    }

    /**
     * {@link Client#serverInfo}.
     *
     * @return what the server is
     */
    public CompletableFuture<ServerInfo> serverInfo() {
        return call(Client::serverInfo);
    }

    /**
     * {@link Client#ping(Duration)}. It is no statement: when its future is cancelled, it ends by its own limit.
     *
     * @param limit how long to wait at most
     * @return false when ClickHouse is not there
     */
    public CompletableFuture<Boolean> ping(Duration limit) {
        return call(each -> each.ping(limit));
    }
}
