package io.chconnect.arrow.internal;

import io.chconnect.client.transport.ArrowBatches;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.ArrowSchema;
import org.apache.arrow.c.CDataDictionaryProvider;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;

/** Batches of the C Data Interface as vectors upon the same memory, which goes back when the vectors let go of it. */
public final class ExportedReader extends ArrowReader {
    private final ArrowBatches batches;
    private final CDataDictionaryProvider provider = new CDataDictionaryProvider();
    private long bytes;

    public ExportedReader(ArrowBatches batches, BufferAllocator allocator) {
        super(allocator);
        this.batches = batches;
    }

    @Override
    public boolean loadNextBatch() throws java.io.IOException {
        VectorSchemaRoot root = getVectorSchemaRoot();
        try (ArrowArray array = ArrowArray.allocateNew(allocator)) {
            if (batches.next(array.memoryAddress()) < 0) {
                root.setRowCount(0);
                return false;
            }
            Data.importIntoVectorSchemaRoot(allocator, array, root, provider);
        }
        bytes += root.getFieldVectors().stream()
                .mapToLong(vector -> vector.getBufferSize())
                .sum();
        return true;
    }

    @Override
    public Map<Long, Dictionary> getDictionaryVectors() {
        Map<Long, Dictionary> all = new HashMap<>();
        provider.getDictionaryIds().forEach(id -> all.put(id, provider.lookup(id)));
        return all;
    }

    @Override
    public Dictionary lookup(long id) {
        return provider.lookup(id);
    }

    @Override
    public Set<Long> getDictionaryIds() {
        return provider.getDictionaryIds();
    }

    @Override
    public long bytesRead() {
        return bytes;
    }

    @Override
    protected Schema readSchema() {
        try (ArrowSchema schema = ArrowSchema.allocateNew(allocator)) {
            batches.schema(schema.memoryAddress());
            Schema imported = Data.importSchema(allocator, schema, provider);
            return new Schema(
                    imported.getFields().stream().map(UnionNames::distinct).toList(), imported.getCustomMetadata());
        }
    }

    @Override
    protected void closeReadSource() {
        try (provider) {
            batches.close();
        }
    }
}
