package io.chconnect.examples.quickstart;

import io.chconnect.client.Client;
import java.util.List;

/**
 * How many flights there are, and a number made of all their values.
 *
 * @param rows how many
 * @param checksum the sum of {@link FlightColumns#checksum}
 */
record Check(long rows, long checksum) {
    /** Lets ClickHouse compute it over a table or table function. */
    static Check in(Client client, String from) {
        return client.query("SELECT count() AS rows, " + FlightColumns.CHECKSUM + " AS checksum FROM " + from)
                .first(Check.class)
                .orElseThrow();
    }

    /** Computes it in Java. */
    static Check of(List<FlightColumns> flights) {
        return new Check(
                flights.stream().mapToLong(FlightColumns::rowCount).sum(),
                flights.stream().mapToLong(FlightColumns::checksum).sum());
    }
}
