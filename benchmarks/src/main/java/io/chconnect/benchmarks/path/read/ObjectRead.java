package io.chconnect.benchmarks.path.read;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RowCursor;

/** This driver, every value of every row as a Java object; counts the values that are there. */
public final class ObjectRead implements Contestant {
    private final Client client;
    private final String sql;

    public ObjectRead(String url, String sql) {
        this.client = Client.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return "rows, objects";
    }

    @Override
    public long run() {
        long values = 0;
        try (QueryResult result = client.query(sql)) {
            int width = result.names().size();
            RowCursor row = result.cursor();
            while (row.next()) {
                for (int i = 0; i < width; i++) {
                    values += row.getObject(i) == null ? 0 : 1;
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
