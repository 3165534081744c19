package io.chconnect.benchmarks.path.insert;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.data.Person;
import io.chconnect.client.Client;
import java.util.ArrayList;
import java.util.List;

/** This driver, from a list of records. */
public final class RecordInsert implements Contestant {
    private final Client client;
    private final String table;
    private final List<Person> people = new ArrayList<>();

    public RecordInsert(String url, String table, InsertData data) {
        this.client = Client.connect(url);
        this.table = table;
        for (int row = 0; row < data.rows(); row++) {
            people.add(new Person(
                    data.ids[row], data.names[row], data.metrics[row], data.times[row].toInstant(), data.codes[row]));
        }
    }

    @Override
    public String name() {
        return "list of records";
    }

    @Override
    public long run() {
        return client.insert(table, Person.class, people).writtenRows();
    }

    @Override
    public void close() {
        client.close();
    }
}
