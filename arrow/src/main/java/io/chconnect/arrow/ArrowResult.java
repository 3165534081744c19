package io.chconnect.arrow;

import io.chconnect.arrow.internal.BatchBuffers;
import io.chconnect.arrow.internal.FieldTypes;
import io.chconnect.arrow.internal.Mapping;
import io.chconnect.arrow.internal.Mappings;
import io.chconnect.client.QueryResult;
import io.chconnect.client.ResultColumn;
import io.chconnect.client.Summary;
import io.chconnect.codec.Block;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.UnsupportedTypeException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query as Arrow's vectors: each block of the server is a batch, whose vectors stand in
 * {@link #getVectorSchemaRoot} until the next one is loaded. Not thread-safe. Its failures are
 * {@link io.chconnect.error.ClickHouseException}s. Closing it closes the query, the vectors and the dictionaries; closed early,
 * it throws the rest away unread.
 */
public final class ArrowResult extends ArrowReader {
    private static final double SLACK = 1.1;

    private final QueryResult result;
    private final ArrowOptions options;
    private final List<Mapping> mappings = new ArrayList<>();
    private @Nullable Schema schema;
    private long bytes;
    private int rowsBefore;
    private long bytesBefore;

    ArrowResult(QueryResult result, BufferAllocator allocator, ArrowOptions options) {
        super(allocator);
        this.result = result;
        this.options = options;
    }

    /**
     * The schema of the result. A column's ClickHouse type stands in its field's metadata as {@code clickhouse.type}.
     *
     * @return the schema, in which a column with a dictionary has the type of its values
     * @throws UnsupportedTypeException if a column is an unfinished aggregation
     */
    public Schema schema() {
        Schema known = schema;
        if (known == null) {
            Mappings table = new Mappings(result.zone(), options);
            List<Field> fields = new ArrayList<>();
            for (ResultColumn column : result.columns()) {
                Mapping mapping = mapping(table, column);
                mappings.add(mapping);
                fields.add(mapping.field(
                        column.name(),
                        false,
                        Map.of(FieldTypes.KEY, column.type().name())));
            }
            known = new Schema(fields);
            schema = known;
        }
        return known;
    }

    /**
     * The vectors of the present batch.
     *
     * @return the same root for all batches; closed with this result
     */
    @Override
    public VectorSchemaRoot getVectorSchemaRoot() {
        try {
            return super.getVectorSchemaRoot();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * Loads the next batch, after waiting for it.
     *
     * @return false at the end
     * @throws ConversionException if a value has no place in Arrow; it names column and row
     */
    @Override
    public boolean loadNextBatch() {
        getVectorSchemaRoot();
        Block block = result.nextBlock();
        if (block == null) {
            getVectorSchemaRoot().setRowCount(0);
            return false;
        }
        try (BatchBuffers buffers = new BatchBuffers(allocator, block.rowCount(), expectedBytes(block.rowCount()))) {
            for (int i = 0; i < mappings.size(); i++) {
                write(block, i, buffers);
            }
            for (ArrowDictionaryBatch dictionary : buffers.dictionaryBatches()) {
                loadDictionary(dictionary);
            }
            rowsBefore = block.rowCount();
            bytesBefore = buffers.byteCount();
            ArrowRecordBatch batch = buffers.batch();
            bytes += batch.computeBodyLength();
            loadRecordBatch(batch);
        }
        result.recycle(block);
        return true;
    }

    /** Rows are mostly as long as those of the batch before. */
    private long expectedBytes(int rows) {
        return Math.round((double) bytesBefore / Math.max(1, rowsBefore) * rows * SLACK);
    }

    /**
     * Writes all batches that were not read yet as an IPC stream.
     *
     * @param out where to; not closed
     * @return how many rows there were
     * @throws IOException if {@code out} fails
     */
    public long writeStream(OutputStream out) throws IOException {
        try (ArrowStreamWriter writer =
                new ArrowStreamWriter(getVectorSchemaRoot(), this, Channels.newChannel(new Unclosed(out)))) {
            return write(writer);
        }
    }

    /**
     * Writes all batches that were not read yet as an IPC file, which is also called Feather.
     *
     * @param file the file; replaced when it is there
     * @return how many rows there were
     * @throws ConfigurationException if columns keep their dictionaries, which files can hold only once
     * @throws IOException if the file cannot be written; what was written of it remains
     */
    public long writeFile(Path file) throws IOException {
        VectorSchemaRoot root = getVectorSchemaRoot();
        if (!getDictionaryVectors().isEmpty()) {
            throw new ConfigurationException(
                    "A file of Arrow holds each dictionary only once, and here each batch has its"
                            + " own: write a stream, or ask without dictionaries");
        }
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                ArrowFileWriter writer = new ArrowFileWriter(root, null, channel)) {
            return write(writer);
        }
    }

    private long write(ArrowWriter writer) throws IOException {
        long rows = 0;
        boolean more = loadNextBatch();
        writer.start();
        while (more) {
            rows += getVectorSchemaRoot().getRowCount();
            writer.writeBatch();
            more = loadNextBatch();
        }
        writer.end();
        return rows;
    }

    /** Arrow's writers close what they write to. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /**
     * How many bytes the vectors of all batches so far had.
     *
     * @return at least 0
     */
    @Override
    public long bytesRead() {
        return bytes;
    }

    /**
     * What the query did; see {@link QueryResult#summary}.
     *
     * @return the summary
     * @throws io.chconnect.error.ConfigurationException if batches are left
     */
    public Summary summary() {
        return result.summary();
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    protected void closeReadSource() {
        result.close();
    }

    @Override
    protected Schema readSchema() {
        return schema();
    }

    private void write(Block block, int index, BatchBuffers buffers) {
        try {
            mappings.get(index).write(block.column(index), null, buffers);
        } catch (ConversionException e) {
            throw e.at(block.names().get(index), e.row());
        }
    }

    private static Mapping mapping(Mappings table, ResultColumn column) {
        try {
            return table.of(column.type());
        } catch (UnsupportedTypeException e) {
            throw e.inColumn(column.name());
        }
    }
}
