package io.chconnect.benchmarks.path.read;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.data.FiveColumns;
import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import java.util.Objects;

/** This driver, row by row; strings as Java strings. */
public final class RowRead implements Contestant {
    private final Client client;
    private final String sql;

    public RowRead(String url, String sql) {
        this.client = Client.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public long run() {
        long sum = 0;
        try (QueryResult result = client.query(sql)) {
            for (Row row : result) {
                sum += FiveColumns.checksum(
                        row.getLong("id"),
                        Objects.requireNonNull(row.getString("name")).length(),
                        row.getDouble("metric"),
                        Objects.requireNonNull(row.getInstant("at")).getEpochSecond(),
                        row.getInt("code"));
            }
        }
        return sum;
    }

    @Override
    public void close() {
        client.close();
    }
}
