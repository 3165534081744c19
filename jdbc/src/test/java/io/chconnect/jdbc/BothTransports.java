package io.chconnect.jdbc;

import static io.chconnect.jdbc.Sql.execute;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A connection over HTTP and one in process, each with a database of its own, for tests that run over both. */
@ClickHouseServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
abstract class BothTransports {
    /** Which of them a test uses. */
    enum Over {
        HTTP,
        IN_PROCESS
    }

    private final String httpUrl;
    private final String database = getClass().getSimpleName();
    private Connection overHttp;
    private Connection inProcess;

    BothTransports(ClickHouseServer server) {
        httpUrl = "jdbc:clickhouse:" + server.url();
    }

    @BeforeAll
    final void connectBoth() throws SQLException {
        overHttp = open(httpUrl);
        inProcess = open("jdbc:chdb:memory");
    }

    @AfterAll
    final void closeBoth() throws SQLException {
        for (Connection each : new Connection[] {overHttp, inProcess}) {
            execute(each, "DROP DATABASE " + database);
            each.close();
        }
    }

    final Connection connection(Over transport) {
        return transport == Over.HTTP ? overHttp : inProcess;
    }

    private Connection open(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        execute(connection, "CREATE DATABASE " + database + " ENGINE = Atomic");
        connection.setSchema(database);
        return connection;
    }
}
