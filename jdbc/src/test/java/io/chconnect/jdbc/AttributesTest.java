package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.naming.Reference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What connections, statements and data sources remember, and what they answer as pools and frameworks need it. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AttributesTest {
    private final ClickHouseServer server;
    private Connection connection;

    AttributesTest(ClickHouseServer server) {
        this.server = server;
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:chconnect:" + server.url());
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aConnectionRemembersWhatPoolsSet() throws SQLException {
        connection.setReadOnly(true);
        assertThat(connection.isReadOnly()).isTrue();
        connection.setTransactionIsolation(Connection.TRANSACTION_NONE);
        assertThat((Throwable) connection.getWarnings()).isNull();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        assertThat((Throwable) connection.getWarnings()).hasMessageContaining("isolation level has no effect");
        connection.clearWarnings();
        assertThat((Throwable) connection.getWarnings()).isNull();
        connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
        assertThat(connection.getHoldability()).isEqualTo(ResultSet.CLOSE_CURSORS_AT_COMMIT);
        connection.setClientInfo("ApplicationName", "tests");
        assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("tests");
        Properties info = new Properties();
        info.setProperty("ClientUser", "somebody");
        connection.setClientInfo(info);
        assertThat(connection.getClientInfo()).isEqualTo(info);
        connection.setNetworkTimeout(Runnable::run, 30_000);
        assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
        connection.setTypeMap(Map.of("Int32", Long.class));
        assertThat(connection.getTypeMap()).containsEntry("Int32", Long.class);
        connection.setCatalog("ignored");
        assertThat(connection.getCatalog()).isNull();
        connection.setSchema("system");
        assertThat(connection.getSchema()).isEqualTo("system");
        assertThat(connection.nativeSQL("SELECT {fn UCASE('a')}")).isEqualTo("SELECT upper('a')");
        connection.beginRequest();
        connection.setShardingKey(null);
        connection.setShardingKey(null, null);
        assertThat(connection.setShardingKeyIfValid(null, 5)).isTrue();
        assertThat(connection.setShardingKeyIfValid(null, null, 5)).isTrue();
        connection.endRequest();
        assertThat(connection.isWrapperFor(Client.class)).isTrue();
        assertThat(connection.isWrapperFor(String.class)).isFalse();
        assertThatThrownBy(() -> connection.unwrap(String.class)).isInstanceOf(SQLException.class);
    }

    @Test
    void aClosedOrAbortedConnectionSaysSo() throws SQLException {
        Statement statement = connection.createStatement();
        connection.abort(Runnable::run);
        assertThat(connection.isClosed()).isTrue();
        assertThat(statement.isClosed()).isTrue();
        assertThat(connection.isValid(1)).isFalse();
        assertThatThrownBy(() -> connection.createStatement())
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08003"));
        assertThatThrownBy(() -> connection.setClientInfo("ApplicationName", "x"))
                .isInstanceOf(SQLClientInfoException.class);
        assertThatThrownBy(() -> statement.executeQuery("SELECT 1")).isInstanceOf(SQLException.class);
        connection.close();
        statement.close();
    }

    @Test
    void aCheckEndsInTimeThoughTheAnswerDrips() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> {
                try (Socket client = socket.accept()) {
                    OutputStream out = client.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    while (!Thread.currentThread().isInterrupted()) {
                        out.write('x');
                        out.flush();
                        TimeUnit.MILLISECONDS.sleep(100);
                    }
                } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            dripping.start();
            try (Connection dripped = DriverManager.getConnection(
                    "jdbc:chconnect:http://127.0.0.1:" + socket.getLocalPort() + "?check_connection=false")) {
                // Each byte is in time; only the whole call's limit ends this.
                assertThat(dripped.isValid(1)).isFalse();
            } finally {
                dripping.interrupt();
            }
        }
        assertThatThrownBy(() -> connection.isValid(-1)).isInstanceOf(SQLException.class);
        assertThat(connection.isValid(0)).isTrue();
    }

    @Test
    void aStatementRemembersItsLimitsAndHints() throws SQLException {
        try (Statement statement = connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY, ResultSet.HOLD_CURSORS_OVER_COMMIT)) {
            statement.setFetchSize(7);
            statement.setFetchDirection(ResultSet.FETCH_REVERSE);
            statement.setMaxFieldSize(3);
            statement.setLargeMaxRows(5_000_000_000L);
            statement.setQueryTimeout(9);
            statement.setPoolable(true);
            statement.setEscapeProcessing(false);
            assertThat(statement.getFetchSize()).isEqualTo(7);
            assertThat(statement.getFetchDirection()).isEqualTo(ResultSet.FETCH_REVERSE);
            assertThat(statement.getMaxFieldSize()).isEqualTo(3);
            assertThat(statement.getMaxRows()).isEqualTo(Integer.MAX_VALUE);
            assertThat(statement.getLargeMaxRows()).isEqualTo(5_000_000_000L);
            assertThat(statement.getQueryTimeout()).isEqualTo(9);
            assertThat(statement.isPoolable()).isTrue();
            assertThat(statement.getResultSetType()).isEqualTo(ResultSet.TYPE_SCROLL_INSENSITIVE);
            assertThat(statement.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
            assertThat(statement.getResultSetHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat((Throwable) statement.getWarnings()).isNull();
            statement.clearWarnings();
            assertThatThrownBy(() -> statement.setFetchSize(-1)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.setFetchDirection(5)).isInstanceOf(SQLException.class);
            try (ResultSet result = statement.executeQuery("SELECT 'longer than three'")) {
                assertThat(result.getFetchSize()).isEqualTo(7);
                assertThat(result.getFetchDirection()).isEqualTo(ResultSet.FETCH_REVERSE);
                result.setFetchSize(8);
                result.setFetchDirection(ResultSet.FETCH_FORWARD);
                assertThat(result.getFetchSize()).isEqualTo(8);
                assertThat(statement.getFetchSize()).isEqualTo(7);
                assertThat(result.getType()).isEqualTo(ResultSet.TYPE_SCROLL_INSENSITIVE);
                assertThat(result.getConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
                assertThat(result.getHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
                assertThat(result.getStatement()).isSameAs(statement);
                assertThat(result.first()).isTrue();
                assertThat(result.rowUpdated() || result.rowInserted() || result.rowDeleted())
                        .isFalse();
                assertThat(result.getString(1)).isEqualTo("longer than three");
                assertThat((Throwable) result.getWarnings()).isNull();
                result.clearWarnings();
            }
            assertThat(statement.enquoteLiteral("it's")).isEqualTo("'it\\'s'");
            assertThat(statement.enquoteNCharLiteral("x")).isEqualTo("'x'");
            assertThat(statement.enquoteIdentifier("a b", false)).isEqualTo("`a b`");
            assertThat(statement.isSimpleIdentifier("a_b")).isTrue();
            assertThat(statement.isSimpleIdentifier("a b")).isFalse();
        }
    }

    @Test
    void generatedKeysAreAnEmptyResultHoweverTheyAreAskedFor() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String sql = "INSERT INTO FUNCTION null('a Int8') SELECT 1";
            assertThat(statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate(sql, new int[] {1})).isEqualTo(1);
            assertThat(statement.executeLargeUpdate(sql, new String[] {"a"})).isEqualTo(1);
            assertThat(statement.execute(sql, Statement.NO_GENERATED_KEYS)).isFalse();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                assertThat(keys.next()).isFalse();
            }
        }
        try (PreparedStatement one = connection.prepareStatement("SELECT ?", Statement.NO_GENERATED_KEYS);
                PreparedStatement other = connection.prepareStatement("SELECT ?", new String[] {"a"})) {
            one.setInt(1, 1);
            other.setInt(1, 1);
            assertThat(one.execute() && other.execute()).isTrue();
            assertThat(one.getMoreResults()).isFalse();
            assertThat(one.getUpdateCount()).isEqualTo(-1);
            assertThat(one.getLargeUpdateCount()).isEqualTo(-1);
            other.clearParameters();
            assertThatThrownBy(other::execute).hasMessageContaining("Parameter 1 of 1 has no value");
        }
    }

    @Test
    void aStatementClosesWithItsResultWhereThatIsAskedFor() throws SQLException {
        Statement statement = connection.createStatement();
        statement.closeOnCompletion();
        assertThat(statement.isCloseOnCompletion()).isTrue();
        ResultSet result = statement.executeQuery("SELECT 1");
        result.close();
        assertThat(statement.isClosed()).isTrue();
    }

    @Test
    void aDataSourceIsABeanThatJndiKeeps() throws Exception {
        ClickHouseDataSource source = new ClickHouseDataSource();
        source.setUrl("jdbc:chconnect:" + server.url());
        source.setLoginTimeout(5);
        assertThat(source.getLoginTimeout()).isEqualTo(5);
        PrintWriter writer = new PrintWriter(new StringWriter());
        source.setLogWriter(writer);
        assertThat(source.getLogWriter()).isSameAs(writer);
        assertThat(source.getParentLogger().getName()).isEqualTo("io.chconnect.jdbc");
        assertThat(source.isWrapperFor(DataSource.class)).isTrue();
        assertThat(source.unwrap(ClickHouseDataSource.class)).isSameAs(source);
        Reference reference = source.getReference();
        DataSource again =
                (DataSource) new ClickHouseDataSourceFactory().getObjectInstance(reference, null, null, null);
        try (Connection one = again.getConnection();
                Connection other = source.createConnectionBuilder()
                        .user("default")
                        .password("")
                        .shardingKey(source.createShardingKeyBuilder()
                                .subkey(1, JDBCType.INTEGER)
                                .build())
                        .superShardingKey(null)
                        .build()) {
            assertThat(one.isValid(5) && other.isValid(5)).isTrue();
        }
        assertThatThrownBy(() -> source.createConnectionBuilder().user("nobody").build())
                .isInstanceOf(SQLException.class);
        source.close();
        ((AutoCloseable) again).close();
    }

    @Test
    void aDriverTellsWhatItIs() {
        ClickHouseDriver driver = new ClickHouseDriver();
        assertThat(driver.getMajorVersion() * 1000 + driver.getMinorVersion()).isPositive();
        assertThat(driver.jdbcCompliant()).isFalse();
        assertThat(driver.getParentLogger().getName()).isEqualTo("io.chconnect.jdbc");
    }
}
