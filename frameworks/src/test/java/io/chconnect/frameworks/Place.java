package io.chconnect.frameworks;

import io.chconnect.engine.ClickHouseServer;

/** Where the ClickHouse of a test is. */
enum Place {
    SERVER {
        @Override
        String url(ClickHouseServer server) {
            return "jdbc:clickhouse:" + server.url();
        }
    },
    IN_PROCESS {
        @Override
        String url(ClickHouseServer server) {
            return "jdbc:chdb:memory";
        }
    };

    abstract String url(ClickHouseServer server);

    /** A data source of the driver, without a pool. */
    io.chconnect.jdbc.ClickHouseDataSource dataSource(ClickHouseServer server) {
        io.chconnect.jdbc.ClickHouseDataSource source = new io.chconnect.jdbc.ClickHouseDataSource();
        source.setUrl(url(server));
        return source;
    }
}
