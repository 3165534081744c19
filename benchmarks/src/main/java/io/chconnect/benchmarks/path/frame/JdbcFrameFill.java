package io.chconnect.benchmarks.path.frame;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.peer.Jdbc;
import io.chconnect.engine.ClickHouseServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZonedDateTime;
import org.dflib.DataFrame;
import org.dflib.Extractor;
import org.dflib.builder.DataFrameAppender;

/** A frame of DFLib, filled with the rows of jdbc-v2 by DFLib's own builder, its numbers without boxes. */
public final class JdbcFrameFill implements Contestant {
    private final Connection connection;
    private final String sql;

    public JdbcFrameFill(ClickHouseServer server, String sql) throws SQLException {
        this.connection = Jdbc.OFFICIAL.connect(server);
        this.sql = sql;
    }

    @Override
    public String name() {
        return "data frame filled through jdbc-v2";
    }

    @Override
    public long run() throws SQLException {
        DataFrameAppender<ResultSet> appender = DataFrame.<ResultSet>byRow(
                        Extractor.$long(row -> number(row, 1)),
                        Extractor.$col(row -> object(row, 2, String.class)),
                        Extractor.$double(row -> real(row, 3)),
                        Extractor.$col(row -> object(row, 4, ZonedDateTime.class)),
                        Extractor.$int(row -> (int) number(row, 5)))
                .columnNames("id", "name", "metric", "at", "code")
                .appender();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                appender.append(rows);
            }
        }
        return Frames.checksum(appender.toDataFrame());
    }

    private static long number(ResultSet row, int column) {
        try {
            return row.getLong(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double real(ResultSet row, int column) {
        try {
            return row.getDouble(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T object(ResultSet row, int column, Class<T> type) {
        try {
            return row.getObject(column, type);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
