package io.chconnect.jooq.codegen;

import io.chconnect.client.Client;
import java.util.List;

/** A database with the table of the quickstart, and more that is made of it. */
public final class Flights {
    private Flights() {}

    /** Creates all of it in a database that is there. */
    public static void create(Client client, String database) {
        for (String statement : statements()) {
            client.command(statement.replace("flights.", database + "."));
        }
    }

    private static List<String> statements() {
        return List.of(
                "CREATE TABLE flights.quickstart_flights (date DateTime('UTC'), delay Int16 COMMENT 'minutes, \"early\" below 0',"
                        + " distance UInt16, origin LowCardinality(String), destination LowCardinality(String))"
                        + " ENGINE = MergeTree ORDER BY (origin, date) COMMENT 'US flights of 2001'",
                "INSERT INTO flights.quickstart_flights SELECT toDateTime('2001-01-01 00:00:00', 'UTC') + number * 61,"
                        + " number % 400 - 30, number % 5000, concat('A', toString(number % 40)),"
                        + " concat('B', toString(number % 7)) FROM numbers(10000)",
                "CREATE VIEW flights.late AS SELECT * FROM flights.quickstart_flights WHERE delay > 60",
                "CREATE MATERIALIZED VIEW flights.days ENGINE = SummingMergeTree ORDER BY day POPULATE AS"
                        + " SELECT toDate(date) AS day, count() AS flights FROM flights.quickstart_flights GROUP BY day",
                "CREATE DICTIONARY flights.airports (code String, number UInt64) PRIMARY KEY code"
                        + " SOURCE(CLICKHOUSE(QUERY 'SELECT distinct origin AS code, length(origin) AS number"
                        + " FROM flights.quickstart_flights')) LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(0)",
                "CREATE TABLE flights.every (id UInt64, tags Array(LowCardinality(String)),"
                        + " m Map(String, Array(Nullable(UInt8))), e Enum8('red' = 1, 'it\\'s' = 2), weekday Enum8('MONDAY' = 1, 'TUESDAY' = 2), n Nullable(Decimal(76, 5)),"
                        + " t Tuple(a Int8, `b c` String), j JSON, v Variant(String, UInt64), d Dynamic, u UUID, ip IPv6,"
                        + " at DateTime64(9, 'Asia/Tokyo') DEFAULT now64(9), day Date MATERIALIZED toDate(at),"
                        + " twice UInt64 ALIAS id * 2, raw String EPHEMERAL, `od\"d \\\\ name` String,"
                        + " ns Nested(x UInt8, y String), INDEX by_ip ip TYPE bloom_filter, INDEX low lower(raw2) TYPE minmax,"
                        + " raw2 String) ENGINE = ReplacingMergeTree ORDER BY (id, u) PRIMARY KEY id PARTITION BY toYYYYMM(at)");
    }
}
