package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs, data sources, and what goes wrong on the way to a server and on it. */
@ClickHouseServerTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ConnectingTest {
    private final ClickHouseServer server;

    ConnectingTest(ClickHouseServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({"jdbc:clickhouse:", "jdbc:ch:", "jdbc:chconnect:"})
    void everyPrefixConnectsWithAndWithoutAScheme(String prefix) throws SQLException {
        for (String place : new String[] {server.url(), "//127.0.0.1:" + server.httpPort() + "/system"}) {
            try (Connection connection = DriverManager.getConnection(prefix + place)) {
                assertThat(connection.isValid(5)).isTrue();
                assertThat(connection.getSchema()).isEqualTo(place.endsWith("system") ? "system" : "default");
            }
        }
    }

    @Test
    void foreignUrlsAreLeftToOthers() throws SQLException {
        Driver driver = new ClickHouseDriver();
        assertThat(driver.connect("jdbc:postgresql://localhost/x", new Properties()))
                .isNull();
        assertThat(driver.acceptsURL("jdbc:mysql://localhost")).isFalse();
        assertThat(driver.getPropertyInfo("jdbc:ch://localhost", null))
                .extracting(info -> info.name)
                .contains("user");
    }

    @Test
    void anUnknownOptionIsNamedWithTheOneThatWasMeant() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:chconnect:" + server.url() + "?pasword=x"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("pasword")
                .hasMessageContaining("password");
    }

    @Test
    void aWrongPasswordAndAClosedPortShowAtOnce() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:ch:" + server.url(), "nobody", "secret-7f3a"))
                .isInstanceOfSatisfying(
                        SQLInvalidAuthorizationSpecException.class,
                        e -> assertThat(e.getSQLState()).isEqualTo("28000"))
                .hasMessageNotContaining("secret-7f3a");
        int port = ClickHouseServer.freePort();
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:ch://127.0.0.1:" + port))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
    }

    @Test
    void theCallersPropertiesStayAsTheyAre() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("clickhouse_setting_max_threads", "3");
        Properties before = (Properties) properties.clone();
        try (Connection connection = DriverManager.getConnection("jdbc:ch:" + server.url(), properties);
                ResultSet result =
                        connection.createStatement().executeQuery("SELECT toString(getSetting('max_threads'))")) {
            assertThat(properties).isEqualTo(before);
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("3");
        }
    }

    @Test
    void connectionsOfADataSourceShareOneClient() throws SQLException {
        try (ClickHouseDataSource source = new ClickHouseDataSource("jdbc:ch:" + server.url());
                Connection one = source.getConnection();
                Connection other = source.getConnection()) {
            assertThat(one.unwrap(Client.class)).isSameAs(other.unwrap(Client.class));
        }
    }

    @Test
    void transactionsAreAcceptedAndRollbackWarns() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:ch:" + server.url());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.rollback();
            assertThat((Throwable) connection.getWarnings()).isNull();
            statement.executeUpdate("CREATE DATABASE IF NOT EXISTS connecting ENGINE = Atomic");
            connection.rollback();
            assertThat((Throwable) connection.getWarnings()).hasMessageContaining("Nothing was rolled back");
            connection.setAutoCommit(true);
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aQueryTimeoutEndsTheStatement() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:ch:" + server.url());
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(
                            () -> statement.executeQuery(
                                    "SELECT sleepEachRow(1) FROM numbers(30) SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0"))
                    .isInstanceOf(SQLTimeoutException.class);
        }
    }

    @Test
    void aStatementIsCancelledFromAnotherThread() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:ch:" + server.url());
                Statement statement = connection.createStatement();
                Statement watcher = connection.createStatement()) {
            CompletableFuture<SQLException> failure = new CompletableFuture<>();
            Thread runner = new Thread(() -> {
                try (ResultSet result = statement.executeQuery(
                        "SELECT count() FROM numbers(1000000000000) WHERE NOT ignore(cityHash64(number, 'cancel-me'))")) {
                    failure.completeExceptionally(new AssertionError("the statement ended: " + result.next()));
                } catch (SQLException e) {
                    failure.complete(e);
                }
            });
            runner.start();
            boolean seen = false;
            while (!seen && !failure.isDone()) {
                try (ResultSet result = watcher.executeQuery("SELECT count() FROM system.processes"
                        + " WHERE query LIKE '%cancel-me%' AND query NOT LIKE '%system.processes%'")) {
                    result.next();
                    seen = result.getLong(1) > 0;
                }
            }
            statement.cancel();
            assertThat(failure.get(60, TimeUnit.SECONDS).getSQLState()).isEqualTo("57014");
            runner.join();
        }
    }

    @Test
    @SuppressWarnings("UnnecessaryStringBuilder") // its class is what the test is about
    void unknownClassesAndMissingValuesAreRefused() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:ch:" + server.url());
                PreparedStatement statement = connection.prepareStatement("SELECT ? AS x WHERE 1 = ?")) {
            assertThatThrownBy(statement::addBatch)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Parameter 1");
            statement.setObject(1, new StringBuilder("1 OR 1=1"));
            statement.setInt(2, 1);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).isEqualTo("1 OR 1=1");
            }
            statement.setObject(1, new Object() {
                @Override
                public String toString() {
                    return "1 OR 1=1";
                }
            });
            assertThatThrownBy(statement::executeQuery)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Parameter 1");
            statement.setDouble(1, Double.POSITIVE_INFINITY);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getDouble(1)).isInfinite();
            }
        }
    }

    @Test
    void aFailingBatchTellsWhatWasDone() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:ch:" + server.url());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeBatch()).isEmpty();
            statement.addBatch("CREATE DATABASE IF NOT EXISTS connecting ENGINE = Atomic");
            statement.addBatch("DROP TABLE nowhere_to_be_found");
            assertThatThrownBy(statement::executeBatch).isInstanceOfSatisfying(BatchUpdateException.class, e -> {
                assertThat(e.getUpdateCounts()).containsExactly(0);
                assertThat(e.getErrorCode()).isEqualTo(60);
            });
            assertThat(statement.executeBatch()).isEmpty();
        }
    }
}
