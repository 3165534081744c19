package io.chconnect.benchmarks.path.read;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.query.QueryResponse;
import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.peer.PeerClient;
import java.util.concurrent.TimeUnit;

/** client-v2, every value of every row as a Java object; counts the values that are there. */
public final class PeerObjectRead implements Contestant {
    private final Client client;
    private final String sql;

    public PeerObjectRead(String url, String sql) {
        this.client = PeerClient.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return "client-v2, rows, objects";
    }

    @Override
    @SuppressWarnings("try") // their close() declares every exception
    public long run() throws Exception {
        long values = 0;
        try (QueryResponse response = client.query(sql).get(5, TimeUnit.MINUTES);
                ClickHouseBinaryFormatReader rows = client.newBinaryFormatReader(response)) {
            int width = rows.getSchema().getColumns().size();
            while (rows.next() != null) {
                for (int i = 1; i <= width; i++) {
                    Object value = rows.readValue(i);
                    values += value == null ? 0 : 1;
                }
            }
        }
        return values;
    }

    @Override
    public void close() {
        client.close();
    }
}
