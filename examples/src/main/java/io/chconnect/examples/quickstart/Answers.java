package io.chconnect.examples.quickstart;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Questions about the flights in the table. */
final class Answers {
    private static final int BAR_WIDTH = 40;

    private final Client client;
    private final Terminal terminal;

    Answers(Client client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    void busiestRoutes() {
        title("The busiest routes");
        TextTable table = new TextTable("from", "to", "flights", "miles", "mean delay");
        try (QueryResult result = client.query("SELECT origin, destination, count() AS flights, max(distance) AS miles,"
                + " avg(delay) AS mean FROM " + Transfer.TABLE
                + " GROUP BY origin, destination ORDER BY flights DESC, origin, destination LIMIT 10")) {
            for (Row row : result) {
                table.add(
                        text(row.getString("origin")),
                        text(row.getString("destination")),
                        number(row.getLong("flights")),
                        number(row.getLong("miles")),
                        minutes(row.getDouble("mean")));
            }
        }
        table.print(terminal);
    }

    void leastPunctualAirports(long leastFlights, int lateMinutes) {
        title("Airports with most late departures (more than " + lateMinutes + " min; of those with "
                + number(leastFlights) + " flights or more)");
        TextTable table = new TextTable("from", "flights", "late");
        try (QueryResult result = client.query(request -> request.sql(
                        "SELECT origin, count() AS flights, countIf(delay > {late:Int16}) / count() AS part FROM "
                                + Transfer.TABLE + " GROUP BY origin HAVING flights >= {least:UInt64}"
                                + " ORDER BY part DESC, origin LIMIT 5")
                .parameter("late", lateMinutes)
                .parameter("least", leastFlights))) {
            for (Row row : result) {
                table.add(
                        text(row.getString("origin")),
                        number(row.getLong("flights")),
                        String.format(Locale.ROOT, "%.1f %%", 100 * row.getDouble("part")));
            }
        }
        table.print(terminal);
    }

    void delaysByHour() {
        title("Mean delay by hour of departure");
        List<Row> hours;
        try (QueryResult result =
                client.query("SELECT toHour(date) AS hour, count() AS flights, avg(delay) AS mean FROM "
                        + Transfer.TABLE + " GROUP BY hour ORDER BY hour")) {
            hours = result.rows();
        }
        double longest = hours.stream()
                .mapToDouble(row -> Math.abs(row.getDouble("mean")))
                .max()
                .orElse(1);
        TextTable table = new TextTable("hour", "flights", "mean delay", "");
        for (Row row : hours) {
            double mean = row.getDouble("mean");
            int length = (int) Math.round(Math.max(0, mean) / Math.max(1, longest) * BAR_WIDTH);
            table.add(
                    String.format(Locale.ROOT, "%02d:00", row.getLong("hour")),
                    number(row.getLong("flights")),
                    minutes(mean),
                    terminal.bar(1, length));
        }
        table.print(terminal);
    }

    private void title(String text) {
        terminal.line("");
        terminal.line(text);
        terminal.line("");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String minutes(double value) {
        return String.format(Locale.ROOT, "%.1f min", value);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
