package io.chconnect.arrow;

import io.chconnect.arrow.internal.ArrowCompression;
import io.chconnect.arrow.internal.ExportedReader;
import io.chconnect.arrow.internal.RootBlocks;
import io.chconnect.client.Client;
import io.chconnect.client.InsertContext;
import io.chconnect.client.InsertRequest;
import io.chconnect.client.QueryRequest;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RawResult;
import io.chconnect.client.ResultColumn;
import io.chconnect.client.Summary;
import io.chconnect.client.internal.sql.Identifiers;
import io.chconnect.client.transport.ArrowForm;
import io.chconnect.client.transport.RawContent;
import io.chconnect.types.DataType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A client whose results are Arrow's vectors, and which inserts vectors. It is a view: neither the client nor the allocator
 * are closed by it. Thread-safe.
 *
 * <p>Arrow needs {@code --add-opens=java.base/java.nio=ALL-UNNAMED} among the arguments of the JVM, or on the module path
 * {@code --add-opens=java.base/java.nio=org.apache.arrow.memory.core,ALL-UNNAMED}.
 *
 * <p>What is inserted goes to the table's columns of the same names, in any order; columns that are not named get their
 * defaults. Where an Arrow type is not that of the column, values are converted one by one, without loss or not at all:
 * an {@link io.chconnect.error.ConversionException} names column, row and value, and nothing of its batch is sent. Timestamps
 * without a zone are wall times in the zone of their column.
 */
public final class ArrowClient {
    private final Client client;
    private final BufferAllocator allocator;
    private final ArrowOptions options;

    private ArrowClient(Client client, BufferAllocator allocator, ArrowOptions options) {
        this.client = client;
        this.allocator = allocator;
        this.options = options;
    }

    /**
     * A view of a client.
     *
     * @param client runs the statements
     * @param allocator owns the vectors
     * @return the view
     */
    public static ArrowClient of(Client client, BufferAllocator allocator) {
        return new ArrowClient(client, allocator, ArrowOptions.DEFAULT);
    }

    /**
     * The same view with other options.
     *
     * @param other the options
     * @return a new view
     */
    public ArrowClient with(ArrowOptions other) {
        return new ArrowClient(client, allocator, other);
    }

    /**
     * Runs a query. Batches arrive while they are read; memory is bounded by one.
     *
     * @param sql the query, without a {@code FORMAT} clause
     * @return the batches; the caller closes them
     */
    public ArrowResult query(String sql) {
        return query(request -> request.sql(sql));
    }

    /**
     * Runs a query. Batches arrive while they are read; memory is bounded by one.
     *
     * @param request describes the query
     * @return the batches; the caller closes them
     */
    public ArrowResult query(UnaryOperator<QueryRequest> request) {
        return result(client.query(request));
    }

    /**
     * A result of the client as batches.
     *
     * @param result the result, of which the blocks that were not read yet become batches
     * @return the batches; the caller closes them, and with them the result
     */
    public ArrowResult result(QueryResult result) {
        return new ArrowResult(result, allocator, options);
    }

    /**
     * Runs a query on the engine in this process and gives vectors upon the engine's own memory, without a copy. The engine
     * converts its columns to Arrow by its own rules, and knows no Arrow for some: see {@link #queryInPlace(UnaryOperator)}.
     *
     * @param sql the query, without a {@code FORMAT} clause
     * @return the batches; the caller closes them
     * @throws io.chconnect.error.ConfigurationException if the client is one of a server, or the engine is older than 26.7.0
     */
    public ArrowReader queryInPlace(String sql) {
        return queryInPlace(request -> request.sql(sql));
    }

    /**
     * Runs a query on the engine in this process and gives vectors upon the engine's own memory, through Arrow's C Data
     * Interface. What is transferred out of the vectors stays valid after reader and client are closed; the engine's memory
     * goes back to it when the last vector on it is closed.
     *
     * <p>The types are those that the engine gives: DateTime is a number of 32 bits without its zone, for one. Columns of
     * JSON, Dynamic and AggregateFunction are refused. Strings are marked as UTF-8 unless {@link ArrowOptions#binaryStrings}
     * is set, and nobody checks them.
     *
     * @param request describes the query, which selects; a most number of rows is not kept
     * @return the batches; the caller closes them
     * @throws io.chconnect.error.ConfigurationException if the client is one of a server, or the engine is older than 26.7.0
     * @throws io.chconnect.error.ServerException if the query fails or has a column that the engine cannot write as Arrow
     */
    public ArrowReader queryInPlace(UnaryOperator<QueryRequest> request) {
        return new ExportedReader(
                client.arrowQuery(request, new ArrowForm(options.dictionaries(), options.binaryStrings())), allocator);
    }

    /**
     * Runs a query whose answer the server itself writes as an Arrow stream. What {@link #query} does is as fast and keeps more
     * of the types; this is for servers between, and for types that this library does not know.
     *
     * @param sql the query, without a {@code FORMAT} clause
     * @param compression how the server compresses buffers
     * @return the batches; the caller closes them
     * @throws io.chconnect.error.ConfigurationException if the transport carries no other formats than its own
     */
    public ArrowReader queryServerStream(String sql, ServerCompression compression) {
        return queryServerStream(request -> request.sql(sql), compression);
    }

    /**
     * Runs a query whose answer the server itself writes as an Arrow stream.
     *
     * @param request describes the query
     * @param compression how the server compresses buffers, sent as the setting
     *     {@code output_format_arrow_compression_method}
     * @return the batches; the caller closes them
     * @throws io.chconnect.error.ConfigurationException if the transport carries no other formats than its own
     */
    public ArrowReader queryServerStream(UnaryOperator<QueryRequest> request, ServerCompression compression) {
        RawResult answer = client.rawQuery(
                "ArrowStream",
                statement -> request.apply(statement)
                        .setting("output_format_arrow_compression_method", compression.settingValue()));
        return readStream(answer.stream());
    }

    /**
     * Inserts an IPC stream that the server itself reads, and whose values it converts by its own rules.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param stream the stream; read to its end, and closed
     * @return what was written
     * @throws io.chconnect.error.ConfigurationException if the transport carries no other formats than its own
     */
    public Summary insertServerStream(String table, InputStream stream) {
        String sql = "INSERT INTO " + Identifiers.table(table) + " FORMAT ArrowStream";
        return client.rawInsert(request -> request.sql(sql), RawContent.of(stream));
    }

    /**
     * The schema of what an insert into a table fills.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @return the schema, with the exact types in the metadata
     * @throws io.chconnect.error.UnsupportedTypeException if a column is an unfinished aggregation
     */
    public Schema schema(String table) {
        InsertContext context = context(table, request -> request);
        List<String> names = context.storedColumns();
        List<DataType> types = context.types(names);
        List<ResultColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new ResultColumn(names.get(i), types.get(i)));
        }
        return ArrowSchemas.of(columns, context.zone(), options);
    }

    /**
     * Inserts the rows of a root.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param root the vectors, which stay as they are
     * @return what was written; nothing is sent when there are no rows
     */
    public Summary insert(String table, VectorSchemaRoot root) {
        return insert(table, root, new DictionaryProvider.MapDictionaryProvider());
    }

    /**
     * Inserts the rows of a root with dictionaries.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param root the vectors, which stay as they are
     * @param dictionaries the dictionaries of its vectors
     * @return what was written; nothing is sent when there are no rows
     */
    public Summary insert(String table, VectorSchemaRoot root, DictionaryProvider dictionaries) {
        InsertContext context = context(table, request -> request);
        return context.insertBlocks(RootBlocks.of(context, root, dictionaries).iterator());
    }

    /**
     * Inserts vectors, which are named as the columns.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param vectors the vectors, all of the same length, which stay as they are
     * @return what was written; nothing is sent when there are no rows
     */
    @SuppressWarnings("resource") // a root that is not closed leaves its vectors alone
    public Summary insert(String table, Iterable<FieldVector> vectors) {
        return insert(table, new VectorSchemaRoot(vectors));
    }

    /**
     * Inserts all batches that a reader has left, each when the one before is sent.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param reader gives the batches; not closed
     * @return what was written; nothing is sent when there are no rows
     * @throws UncheckedIOException if the reader fails; what was sent before may have been stored
     */
    public Summary insert(String table, ArrowReader reader) {
        return insert(table, reader, request -> request);
    }

    /**
     * Inserts all batches that a reader has left, each when the one before is sent.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param reader gives the batches; not closed
     * @param conditions how to insert: settings, a token, limits; neither table nor columns
     * @return what was written; nothing is sent when there are no rows
     * @throws UncheckedIOException if the reader fails; what was sent before may have been stored
     */
    public Summary insert(String table, ArrowReader reader, UnaryOperator<InsertRequest> conditions) {
        InsertContext context = context(table, conditions);
        return context.insertBlocks(RootBlocks.of(context, reader).iterator());
    }

    /**
     * Inserts an IPC stream.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param stream the stream, compressed by zstd or lz4 or not; read to its end, and closed
     * @return what was written; nothing is sent when there are no rows
     * @throws UncheckedIOException if the stream fails; what was sent before may have been stored
     */
    public Summary insertStream(String table, InputStream stream) {
        try (ArrowReader reader = readStream(stream)) {
            return insert(table, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Inserts an IPC file, which is also called Feather.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param file the file, compressed by zstd or lz4 or not
     * @return what was written; nothing is sent when there are no rows
     * @throws UncheckedIOException if the file cannot be read; what was sent before may have been stored
     */
    public Summary insertFile(String table, Path file) {
        try (ArrowReader reader = readFile(file)) {
            return insert(table, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an IPC stream.
     *
     * @param stream the stream, compressed by zstd or lz4 or not
     * @return a reader; the caller closes it, and with it the stream
     */
    public ArrowReader readStream(InputStream stream) {
        return new ArrowStreamReader(stream, allocator, ArrowCompression.FACTORY);
    }

    /**
     * Reads an IPC file.
     *
     * @param file the file, compressed by zstd or lz4 or not
     * @return a reader; the caller closes it
     * @throws UncheckedIOException if there is no such file
     */
    public ArrowReader readFile(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new ArrowFileReader(channel, allocator, ArrowCompression.FACTORY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InsertContext context(String table, UnaryOperator<InsertRequest> conditions) {
        return client.insertContext(request -> conditions.apply(request).table(table));
    }
}
