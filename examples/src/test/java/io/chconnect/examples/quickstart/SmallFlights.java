package io.chconnect.examples.quickstart;

import io.chconnect.client.Client;
import java.nio.file.Path;

/** Files of made-up flights with the columns of the real one. */
final class SmallFlights {
    private SmallFlights() {}

    static Path create(Path directory, long rows) {
        Path file = directory.resolve("flights.parquet");
        try (Client engine = Client.connect("chdb:memory")) {
            engine.command("INSERT INTO FUNCTION file('" + file + "', Parquet) SELECT"
                    + " toNullable(toDateTime64('2001-01-01 00:00:00', 6, 'UTC') + number * 61) AS date,"
                    + " toNullable(toInt64(number % 400) - 30) AS delay,"
                    + " toNullable(toInt64(number % 5000)) AS distance,"
                    + " toNullable(concat('A', toString(number % 40))) AS origin,"
                    + " toNullable(concat('B', toString(number % 7))) AS destination"
                    + " FROM numbers(" + rows + ")");
        }
        return file;
    }
}
