package io.chconnect.benchmarks.path.read;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.data.FiveColumns;
import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RowCursor;
import java.util.Objects;

/** This driver's cursor over rows; strings as Java strings. */
public final class CursorRead implements Contestant {
    private final String name;
    private final Client client;
    private final String sql;

    public CursorRead(String name, String url, String sql) {
        this.name = name;
        this.client = Client.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long run() {
        long sum = 0;
        try (QueryResult result = client.query(sql)) {
            RowCursor row = result.cursor();
            while (row.next()) {
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
