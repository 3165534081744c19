package io.chconnect.benchmarks.path.read;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.query.QueryResponse;
import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.data.FiveColumns;
import java.util.concurrent.TimeUnit;

/** client-v2, with its reader of rows. */
public final class PeerRowRead implements Contestant {
    private final String name;
    private final Client client;
    private final String sql;

    public PeerRowRead(String name, Client client, String sql) {
        this.name = name;
        this.client = client;
        this.sql = sql;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    @SuppressWarnings("try") // their close() declares every exception
    public long run() throws Exception {
        long sum = 0;
        try (QueryResponse response = client.query(sql).get(5, TimeUnit.MINUTES);
                ClickHouseBinaryFormatReader rows = client.newBinaryFormatReader(response)) {
            while (rows.next() != null) {
                sum += FiveColumns.checksum(
                        rows.getLong("id"),
                        rows.getString("name").length(),
                        rows.getDouble("metric"),
                        rows.getInstant("at").getEpochSecond(),
                        rows.getInteger("code"));
            }
        }
        return sum;
    }

    @Override
    public void close() {
        client.close();
    }
}
