package io.chconnect.benchmarks.path.call;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.codec.Block;
import java.util.Objects;

/** Leaves a long result after its first block; begins, reads and closes. */
public final class EarlyClose implements Contestant {
    private final Client client;
    private final String sql;

    public EarlyClose(String url, String sql) {
        this.client = Client.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return "columns";
    }

    @Override
    public long run() {
        try (QueryResult result = client.query(sql)) {
            Block first = Objects.requireNonNull(result.nextBlock());
            return first.rowCount() > 0 ? 1 : 0;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
