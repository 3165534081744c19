package io.chconnect.conformance.defects;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.types.EngineHttp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client with a database of its own and all types allowed. */
final class Probe implements AutoCloseable {
    private final Client client;

    Probe(ClickHouseServer server, String database) {
        try (Client setup = Client.connect(server.url())) {
            setup.command("DROP DATABASE IF EXISTS " + database);
            setup.command("CREATE DATABASE " + database + " ENGINE = Atomic");
        }
        var builder = Client.builder().url(server.url()).database(database);
        EngineHttp.settings().forEach(builder::setting);
        this.client = builder.build();
    }

    Client client() {
        return client;
    }

    /** The values of the first column. */
    List<@Nullable Object> values(String sql) {
        try (QueryResult result = client.query(sql)) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Row row : result) {
                values.add(row.getObject(0));
            }
            return Collections.unmodifiableList(values);
        }
    }

    /** The value of the first column of the first row. */
    @Nullable
    Object value(String sql) {
        return values(sql).get(0);
    }

    /** Writes values of a type, and gives what the server makes of each: an expression over {@code v}. */
    List<@Nullable Object> written(String type, String expression, @Nullable Object... values) {
        client.command("DROP TABLE IF EXISTS t");
        client.command("CREATE TABLE t (n UInt32, v " + type + ") ENGINE = Memory");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(i);
            row.add(values[i]);
            rows.add(row);
        }
        client.insert("t", List.of("n", "v"), rows);
        return values("SELECT " + expression + " FROM t ORDER BY n");
    }

    @Override
    public void close() {
        client.close();
    }
}
