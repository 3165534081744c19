package io.chconnect.benchmarks.path.read;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.data.Person;
import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;

/** This driver, as a list of records. */
public final class RecordRead implements Contestant {
    private final Client client;
    private final String sql;

    public RecordRead(String url, String sql) {
        this.client = Client.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return "list of records";
    }

    @Override
    public long run() {
        try (QueryResult result = client.query(sql)) {
            return result.toList(Person.class).stream()
                    .mapToLong(Person::checksum)
                    .sum();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
