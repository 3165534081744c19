package io.chconnect.client;

import io.chconnect.client.transport.RawContent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The calls of a {@link Client} as futures. They fail with the same exceptions, as the cause of a
 * {@link java.util.concurrent.CompletionException}. Results are read as ever: waiting for their blocks is up to the reader.
 * Cancelling a future does not end its statement; deadlines do. Thread-safe; lives as long as its client.
 */
public final class AsyncClient {
    private final Client client;
    private final Executor executor;

    AsyncClient(Client client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    /**
     * {@link Client#command(UnaryOperator)}.
     *
     * @param request describes the statement
     * @return what the server answered
     */
    public CompletableFuture<CommandResult> command(UnaryOperator<QueryRequest> request) {
        return run(() -> client.command(request));
    }

    /**
     * {@link Client#query(UnaryOperator)}.
     *
     * @param request describes the query
     * @return the result, whose first block is there; the caller closes it
     */
    public CompletableFuture<QueryResult> query(UnaryOperator<QueryRequest> request) {
        return run(() -> client.query(request));
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
        return run(() -> client.insert(table, columns, rows));
    }

    /**
     * {@link Client#insert(String, Iterable)}.
     *
     * @param table the table
     * @param objects records or beans; not to be changed until the future is complete
     * @return what was written
     */
    public CompletableFuture<Summary> insert(String table, Iterable<?> objects) {
        return run(() -> client.insert(table, objects));
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
        return run(() -> client.insertColumns(table, columns, values));
    }

    /**
     * {@link Client#rawQuery(String, UnaryOperator)}.
     *
     * @param format the format of the answer
     * @param request describes the query
     * @return the answer; the caller closes it
     */
    public CompletableFuture<RawResult> rawQuery(String format, UnaryOperator<QueryRequest> request) {
        return run(() -> client.rawQuery(format, request));
    }

    /**
     * {@link Client#rawInsert}.
     *
     * @param request describes the statement with its {@code FORMAT} clause
     * @param data the data
     * @return what was written
     */
    public CompletableFuture<Summary> rawInsert(UnaryOperator<QueryRequest> request, RawContent data) {
        return run(() -> client.rawInsert(request, data));
    }

    private <T> CompletableFuture<T> run(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, executor);
    }
}
