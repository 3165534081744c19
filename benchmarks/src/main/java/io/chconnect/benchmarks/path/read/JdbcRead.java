package io.chconnect.benchmarks.path.read;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.data.FiveColumns;
import io.chconnect.benchmarks.path.peer.Jdbc;
import io.chconnect.engine.ClickHouseServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A JDBC driver's getters. */
public final class JdbcRead implements Contestant {
    private final Jdbc driver;
    private final Connection connection;
    private final String sql;

    public JdbcRead(Jdbc driver, ClickHouseServer server, String sql) throws SQLException {
        this.driver = driver;
        this.connection = driver.connect(server);
        this.sql = sql;
    }

    @Override
    public String name() {
        return driver.title();
    }

    @Override
    public long run() throws SQLException {
        long sum = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                sum += FiveColumns.checksum(
                        row.getLong(1),
                        row.getString(2).length(),
                        row.getDouble(3),
                        row.getTimestamp(4).getTime() / 1000,
                        row.getInt(5));
            }
        }
        return sum;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
