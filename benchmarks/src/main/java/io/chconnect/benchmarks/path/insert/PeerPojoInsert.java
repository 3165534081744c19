package io.chconnect.benchmarks.path.insert;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.peer.PeerClient;
import io.chconnect.benchmarks.path.peer.PeerPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** client-v2, from a list of objects. */
public final class PeerPojoInsert implements Contestant {
    private final Client client;
    private final String table;
    private final List<PeerPerson> people = new ArrayList<>();

    public PeerPojoInsert(String url, String table, InsertData data) {
        this.client = PeerClient.connect(url);
        this.table = table;
        client.register(PeerPerson.class, client.getTableSchema(table));
        for (int row = 0; row < data.rows(); row++) {
            people.add(new PeerPerson(
                    data.ids[row], data.names[row], data.metrics[row], data.times[row], data.codes[row]));
        }
    }

    @Override
    public String name() {
        return "client-v2, list of objects";
    }

    @Override
    public long run() throws Exception {
        try (InsertResponse response = client.insert(table, people).get(5, TimeUnit.MINUTES)) {
            return response.getWrittenRows();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
