package io.chconnect.benchmarks.path.insert;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.metadata.TableSchema;
import com.clickhouse.data.ClickHouseFormat;
import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.peer.PeerClient;
import java.util.concurrent.TimeUnit;

/** client-v2, with its writer of rows. */
public final class PeerRowInsert implements Contestant {
    private final Client client;
    private final String table;
    private final TableSchema schema;
    private final InsertData data;

    public PeerRowInsert(String url, String table, InsertData data) {
        this.client = PeerClient.connect(url);
        this.table = table;
        this.schema = client.getTableSchema(table);
        this.data = data;
    }

    @Override
    public String name() {
        return "client-v2, RowBinary writer";
    }

    @Override
    public long run() throws Exception {
        try (InsertResponse response = client.insert(
                        table,
                        out -> {
                            RowBinaryFormatWriter rows =
                                    new RowBinaryFormatWriter(out, schema, ClickHouseFormat.RowBinary);
                            for (int row = 0; row < data.rows(); row++) {
                                rows.setLong(1, data.ids[row]);
                                rows.setString(2, data.names[row]);
                                rows.setDouble(3, data.metrics[row]);
                                rows.setDateTime(4, data.times[row]);
                                rows.setInteger(5, data.codes[row]);
                                rows.commitRow();
                            }
                        },
                        ClickHouseFormat.RowBinary,
                        new InsertSettings())
                .get(5, TimeUnit.MINUTES)) {
            return response.getWrittenRows();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
