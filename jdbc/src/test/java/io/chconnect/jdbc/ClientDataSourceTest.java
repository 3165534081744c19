package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.DataTypes;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections on a client of the application, over HTTP and in process. */
@ClickHouseServerTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ClientDataSourceTest {
    private final ClickHouseServer server;

    ClientDataSourceTest(ClickHouseServer server) {
        this.server = server;
    }

    private Client client(String place) {
        return Client.connect(place.isEmpty() ? server.url() : place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chdb:memory"})
    void closingAConnectionLeavesTheClientOpen(String place) throws SQLException {
        try (Client client = client(place)) {
            ClientDataSource source = new ClientDataSource(client);
            try (Connection connection = source.getConnection()) {
                assertThat(first(connection, "SELECT 1")).isEqualTo("1");
                assertThat(connection.unwrap(Client.class)).isSameAs(client);
            }
            assertThat(client.ping()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chdb:memory"})
    void everyStatementSaysWhatTheSourceSays(String place) throws SQLException {
        try (Client client = client(place)) {
            ClientDataSource source = new ClientDataSource(client)
                    .with(request -> request.setting("max_threads", 3))
                    .with(request -> request.setting("max_block_size", 77));
            try (Connection connection = source.getConnection()) {
                assertThat(first(connection, "SELECT getSetting('max_threads') * 1000 + getSetting('max_block_size')"))
                        .isEqualTo("3077");
            }
        }
    }

    @Test
    void aStatementCanHaveAQueryId() throws SQLException {
        try (Client client = client("");
                Connection connection =
                        new ClientDataSource(client).withQueryId("of-the-test").getConnection()) {
            assertThat(first(connection, "SELECT queryID()")).isEqualTo("of-the-test");
        }
    }

    @Test
    void theDatabaseOfAConnectionIsItsOwn() throws SQLException {
        try (Client client = client("");
                Connection connection = new ClientDataSource(client).getConnection()) {
            connection.setSchema("system");
            assertThat(first(connection, "SELECT currentDatabase()")).isEqualTo("system");
            assertThat(connection.getSchema()).isEqualTo("system");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chdb:memory"})
    void aTypedValueGivesItsParameterTheType(String place) throws SQLException {
        try (Client client = client(place);
                Connection connection = new ClientDataSource(client).getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT ? AS x, toTypeName(x), ?")) {
            statement.setObject(1, new TypedValue(DataTypes.parse("Array(UInt256)"), List.of(BigInteger.TEN)));
            statement.setObject(2, new TypedValue(DataTypes.parse("UInt8"), null));
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getObject(1, TypedValue.class))
                        .isEqualTo(new TypedValue(DataTypes.parse("Array(UInt256)"), List.of(BigInteger.TEN)));
                assertThat(result.getString(2)).isEqualTo("Array(UInt256)");
                assertThat(result.getObject(3)).isNull();
            }
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
