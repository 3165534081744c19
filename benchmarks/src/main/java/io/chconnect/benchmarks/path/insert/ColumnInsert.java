package io.chconnect.benchmarks.path.insert;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.client.Client;
import java.util.List;

/** This driver, from primitive arrays and Java strings. */
public final class ColumnInsert implements Contestant {
    private final Client client;
    private final String table;
    private final InsertData data;

    public ColumnInsert(String url, String table, InsertData data) {
        this.client = Client.connect(url);
        this.table = table;
        this.data = data;
    }

    @Override
    public String name() {
        return "columns from arrays";
    }

    @Override
    public long run() {
        return client.insertColumns(
                        table,
                        List.of("id", "name", "metric", "at", "code"),
                        List.of(data.ids, data.names, data.metrics, data.seconds, data.codes))
                .writtenRows();
    }

    @Override
    public void close() {
        client.close();
    }
}
