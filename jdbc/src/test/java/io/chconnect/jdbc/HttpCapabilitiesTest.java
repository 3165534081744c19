package io.chconnect.jdbc;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;

@ClickHouseServerTest
class HttpCapabilitiesTest extends CapabilitiesContract {
    private final ClickHouseServer server;

    HttpCapabilitiesTest(ClickHouseServer server) {
        this.server = server;
    }

    @Override
    String url() {
        return "jdbc:clickhouse:" + server.url();
    }

    @Override
    String databaseEngine() {
        return " ENGINE = Atomic";
    }
}
