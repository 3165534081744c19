package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.jdbc.ClickHouseDataSource;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.runtime.Hook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calcite's JDBC adapter, which many query federations are built on. */
@Timeout(120)
@ClickHouseServerTest
class CalciteTest {
    private final ClickHouseServer server;

    CalciteTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void filtersAndAggregatesArePushedDown() throws Exception {
        ClickHouseDataSource source = Place.SERVER.dataSource(server);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE calcite ENGINE = Atomic");
            statement.execute(
                    "CREATE TABLE calcite.sales (region String, amount Int64) ENGINE = MergeTree ORDER BY region");
            statement.execute(
                    "INSERT INTO calcite.sales VALUES ('north', 5), ('south', 7), ('north', 1), ('west', -1)");
        }
        List<String> sent = new ArrayList<>();
        try (Connection connection = calcite(source);
                Hook.Closeable hook =
                        Hook.QUERY_PLAN.addThread((Consumer<Object>) sql -> sent.add(String.valueOf(sql)));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT \"region\", SUM(\"amount\") AS \"total\" FROM"
                        + " \"ch\".\"sales\" WHERE \"amount\" > 0 GROUP BY \"region\" ORDER BY \"region\"")) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1) + "=" + result.getLong(2));
            }

            assertThat(hook).isNotNull();
            assertThat(rows).containsExactly("north=6", "south=7");
        }
        assertThat(sent).singleElement().asString().contains("WHERE", "GROUP BY", "SUM(");
    }

    private static Connection calcite(ClickHouseDataSource source) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("lex", "ORACLE");
        Connection connection = DriverManager.getConnection("jdbc:calcite:", properties);
        CalciteConnection calcite = connection.unwrap(CalciteConnection.class);
        calcite.getRootSchema().add("ch", JdbcSchema.create(calcite.getRootSchema(), "ch", source, null, "calcite"));
        return connection;
    }
}
