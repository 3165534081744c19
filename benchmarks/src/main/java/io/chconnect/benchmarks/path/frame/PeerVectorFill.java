package io.chconnect.benchmarks.path.frame;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.query.QueryResponse;
import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.peer.PeerClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampSecTZVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** The rows of client-v2, appended to Arrow's vectors in batches of the server's size. */
public final class PeerVectorFill implements Contestant {
    private static final int BATCH = 65_409;

    private final Client client;
    private final String sql;
    private final BufferAllocator allocator = new RootAllocator();

    public PeerVectorFill(String url, String sql) {
        this.client = PeerClient.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return "client-v2, rows appended to vectors";
    }

    @Override
    @SuppressWarnings("try") // their close() declares every exception
    public long run() throws Exception {
        long sum = 0;
        try (QueryResponse response = client.query(sql).get(5, TimeUnit.MINUTES);
                ClickHouseBinaryFormatReader rows = client.newBinaryFormatReader(response);
                UInt8Vector id = new UInt8Vector("id", allocator);
                VarCharVector name = new VarCharVector("name", allocator);
                Float8Vector metric = new Float8Vector("metric", allocator);
                TimeStampSecTZVector at = new TimeStampSecTZVector("at", allocator, "UTC");
                IntVector code = new IntVector("code", allocator);
                VectorSchemaRoot root = new VectorSchemaRoot(List.of(id, name, metric, at, code))) {
            boolean more = rows.next() != null;
            while (more) {
                root.allocateNew();
                int row = 0;
                for (; more && row < BATCH; row++) {
                    id.setSafe(row, rows.getLong("id"));
                    name.setSafe(row, rows.getString("name").getBytes(StandardCharsets.UTF_8));
                    metric.setSafe(row, rows.getDouble("metric"));
                    at.setSafe(row, rows.getInstant("at").getEpochSecond());
                    code.setSafe(row, rows.getInteger("code"));
                    more = rows.next() != null;
                }
                root.setRowCount(row);
                sum += Vectors.checksum(root);
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
