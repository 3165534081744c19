package io.chconnect.jdbc;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;

@ClickHouseServerTest
class HttpDriverTest extends DriverContract {
    private final ClickHouseServer server;

    HttpDriverTest(ClickHouseServer server) {
        this.server = server;
    }

    @Override
    String url() {
        return "jdbc:clickhouse:" + server.url();
    }
}
