package io.chconnect.conformance.client;

import io.chconnect.client.Client;
import io.chconnect.client.ClientBuilder;
import io.chconnect.client.config.Options;
import io.chconnect.engine.ClickHouseServer;
import org.junit.jupiter.api.Assumptions;

/** How the tests reach the engine. */
enum Carrier {
    HTTP,
    IN_PROCESS;

    /** A client with a database of its own, which is new and empty. */
    Client open(ClickHouseServer server, String database) {
        boolean serverOnly = "true".equals(System.getenv("CLICKHOUSE_CONNECT_SERVER_ONLY"));
        Assumptions.assumeFalse(
                this == IN_PROCESS && serverOnly, "the engine under test works as a server alone, as its runner says");
        try (Client setup = builder(server).build()) {
            setup.command("DROP DATABASE IF EXISTS " + database);
            setup.command("CREATE DATABASE " + database + " ENGINE = Atomic");
            // What the engine holds in memory is gone when its last client is closed.
            return builder(server).option(Options.DATABASE, database).build();
        }
    }

    private ClientBuilder builder(ClickHouseServer server) {
        return Client.builder().url(this == HTTP ? server.url() : "chdb:memory");
    }
}
