package io.chconnect.benchmarks.path.call;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.query.QueryResponse;
import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.peer.PeerClient;
import java.util.concurrent.TimeUnit;

/** The same with client-v2, after its first row. */
public final class PeerEarlyClose implements Contestant {
    private final Client client;
    private final String sql;

    public PeerEarlyClose(String url, String sql) {
        this.client = PeerClient.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return "client-v2";
    }

    @Override
    @SuppressWarnings("try") // their close() declares every exception
    public long run() throws Exception {
        try (QueryResponse response = client.query(sql).get(5, TimeUnit.MINUTES);
                ClickHouseBinaryFormatReader rows = client.newBinaryFormatReader(response)) {
            return rows.next() == null ? 0 : 1;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
