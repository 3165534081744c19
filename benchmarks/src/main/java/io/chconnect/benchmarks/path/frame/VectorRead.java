package io.chconnect.benchmarks.path.frame;

import io.chconnect.arrow.ArrowClient;
import io.chconnect.arrow.ServerCompression;
import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.client.Client;
import java.io.IOException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;

/** Arrow's vectors: made of our columns, or of the stream that the server writes without compression. */
public final class VectorRead implements Contestant {
    private final boolean ours;
    private final Client client;
    private final String sql;
    private final BufferAllocator allocator = new RootAllocator();

    public VectorRead(boolean ours, String url, String sql) {
        this.ours = ours;
        this.client = Client.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return ours ? "vectors of our columns" : "the server's ArrowStream";
    }

    @Override
    public long run() throws IOException {
        ArrowClient arrow = ArrowClient.of(client, allocator);
        long sum = 0;
        try (ArrowReader reader = ours ? arrow.query(sql) : arrow.queryServerStream(sql, ServerCompression.NONE)) {
            while (reader.loadNextBatch()) {
                sum += Vectors.checksum(reader.getVectorSchemaRoot());
            }
        }
        return sum;
    }

    @Override
    public void close() {
        allocator.close();
        client.close();
    }
}
