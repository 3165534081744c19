package io.chconnect.benchmarks.path.peer;

import io.chconnect.engine.ClickHouseServer;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** The JDBC drivers; each is made by its class, for two of them take the same URLs. */
public enum Jdbc {
    OURS("our JDBC driver") {
        @Override
        Connection open(ClickHouseServer server, Properties properties) throws SQLException {
            return with(new io.chconnect.jdbc.ClickHouseDriver(), "jdbc:chconnect:" + server.url(), properties);
        }
    },
    OFFICIAL("jdbc-v2") {
        @Override
        Connection open(ClickHouseServer server, Properties properties) throws SQLException {
            properties.setProperty("compress", "false");
            return with(new com.clickhouse.jdbc.Driver(), "jdbc:clickhouse:" + server.url(), properties);
        }
    },
    OFFICIAL_ROW_BINARY("jdbc-v2, beta RowBinary writer") {
        @Override
        Connection open(ClickHouseServer server, Properties properties) throws SQLException {
            properties.setProperty("jdbc_ignore_unsupported_values", "true");
            properties.setProperty("beta.row_binary_for_simple_insert", "true");
            return OFFICIAL.open(server, properties);
        }
    },
    HOUSEPOWER("housepower") {
        @Override
        Connection open(ClickHouseServer server, Properties properties) throws SQLException {
            return with(
                    new com.github.housepower.jdbc.ClickHouseDriver(),
                    "jdbc:clickhouse://127.0.0.1:" + server.tcpPort(),
                    properties);
        }
    };

    private final String title;

    Jdbc(String title) {
        this.title = title;
    }

    /** What tables call it. */
    public String title() {
        return title;
    }

    abstract Connection open(ClickHouseServer server, Properties properties) throws SQLException;

    /** Opens a connection without compression. */
    public Connection connect(ClickHouseServer server) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "default");
        properties.setProperty("password", "");
        return open(server, properties);
    }

    static Connection with(Driver driver, String url, Properties properties) throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("the driver does not take " + url);
        }
        return connection;
    }
}
