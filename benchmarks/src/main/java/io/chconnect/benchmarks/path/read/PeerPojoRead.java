package io.chconnect.benchmarks.path.read;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.metadata.TableSchema;
import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.peer.PeerClient;
import io.chconnect.benchmarks.path.peer.PeerPerson;

/** client-v2, as a list of objects. */
public final class PeerPojoRead implements Contestant {
    private final Client client;
    private final String sql;
    private final TableSchema schema;

    public PeerPojoRead(String url, String sql) {
        this.client = PeerClient.connect(url);
        this.sql = sql;
        this.schema = client.getTableSchemaFromQuery(sql);
        client.register(PeerPerson.class, schema);
    }

    @Override
    public String name() {
        return "client-v2, list of objects";
    }

    @Override
    public long run() {
        return client.queryAll(sql, PeerPerson.class, schema).stream()
                .mapToLong(PeerPerson::checksum)
                .sum();
    }

    @Override
    public void close() {
        client.close();
    }
}
