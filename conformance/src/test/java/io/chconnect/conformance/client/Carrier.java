package io.chconnect.conformance.client;

import io.chconnect.client.Client;
import io.chconnect.client.ClientBuilder;
import io.chconnect.client.config.Options;
import io.chconnect.engine.ClickHouseServer;

/** How the tests reach the engine. */
enum Carrier {
    HTTP,
    IN_PROCESS;

    /** A client with a database of its own, which is new and empty. */
    Client open(ClickHouseServer server, String database) {
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
