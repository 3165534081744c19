package io.chconnect.benchmarks.path.insert;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.peer.Jdbc;
import io.chconnect.engine.ClickHouseServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;

/** A JDBC driver's batch. */
public final class JdbcInsert implements Contestant {
    private static final int BATCH = 100_000;

    private final Jdbc driver;
    private final Connection connection;
    private final String sql;
    private final InsertData data;
    private final Timestamp[] times;

    public JdbcInsert(Jdbc driver, ClickHouseServer server, String table, InsertData data) throws SQLException {
        this.driver = driver;
        this.connection = driver.connect(server);
        this.sql = "INSERT INTO " + table + " (id, name, metric, at, code) VALUES (?, ?, ?, ?, ?)";
        this.data = data;
        this.times = new Timestamp[data.rows()];
        for (int row = 0; row < times.length; row++) {
            times[row] = new Timestamp(data.seconds[row] * 1000L);
        }
    }

    @Override
    public String name() {
        return driver.title();
    }

    @Override
    public long run() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int row = 0; row < data.rows(); row++) {
                statement.setLong(1, data.ids[row]);
                statement.setString(2, data.names[row]);
                statement.setDouble(3, data.metrics[row]);
                statement.setTimestamp(4, times[row]);
                statement.setInt(5, data.codes[row]);
                statement.addBatch();
                if ((row + 1) % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            if (data.rows() % BATCH != 0) { // housepower fails on an empty batch
                statement.executeBatch();
            }
        }
        return data.rows();
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
