package io.chconnect.examples;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import java.util.List;

/** The program of the README: a table, two rows, a question. */
public final class TenLines {
    private TenLines() {}

    /**
     * Runs it.
     *
     * @param args a connection URL, or nothing for a local server
     */
    public static void main(String[] args) {
        try (Client client = Client.connect(args.length > 0 ? args[0] : "http://default:password@localhost:8123")) {
            client.command(
                    "CREATE TABLE new_table (key UInt32, value String, metric Float64) ENGINE MergeTree ORDER BY key");

            client.insert(
                    "new_table",
                    List.of("key", "value", "metric"),
                    List.of(List.of(1000, "String Value 1000", 5.233), List.of(2000, "String Value 2000", -107.04)));

            try (QueryResult result = client.query("SELECT max(key), avg(metric) FROM new_table")) {
                System.out.println(result.rows()); // [[2000, -50.9035]]
            }
        }
    }
}
