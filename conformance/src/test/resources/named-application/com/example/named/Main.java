package com.example.named;

import com.example.named.rows.City;
import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.error.ConfigurationException;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** Writes records and reads them back, those of a package that is not exported by a lookup. */
public final class Main {
    private record Secret(String name, long people) {}

    private Main() {}

    public static void main(String[] arguments) {
        String sql = "SELECT name, people FROM named_cities ORDER BY people";
        try (Client client = Client.connect(arguments[0])) {
            client.command("CREATE OR REPLACE TABLE named_cities (name String, people Int64) ENGINE = Memory");
            client.insert("named_cities", List.of(new City("Apia", 37_000), new City("Lund", 94_000)));
            try (QueryResult result = client.query(sql)) {
                System.out.println(result.toList(City.class));
            }
            try (QueryResult result = client.query(sql)) {
                System.out.println(result.toList(MethodHandles.lookup(), Secret.class));
            }
            try (QueryResult result = client.query(sql)) {
                System.out.println(result.toList(Secret.class).size());
            } catch (ConfigurationException e) {
                System.out.println(e.getMessage().contains("MethodHandles.lookup()"));
            }
            System.out.println(client.async().command("SELECT 'later'").join().text().strip());
            client.command("DROP TABLE named_cities");
        }
        System.out.println(Main.class.getModule().isNamed() + " " + Client.class.getModule().isNamed());
    }
}
