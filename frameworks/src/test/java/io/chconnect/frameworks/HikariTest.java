package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
@ClickHouseServerTest
class HikariTest {
    private static final int CONNECTIONS = 4;
    private static final int THREADS = 16;
    private static final int QUERIES = 20;

    private final ClickHouseServer server;

    HikariTest(ClickHouseServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @EnumSource
    void aSmallPoolServesManyThreads(Place place) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (HikariDataSource pool = new HikariDataSource(config(place))) {
            List<Future<Long>> sums = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                long first = (long) thread * QUERIES;
                sums.add(threads.submit(() -> queries(pool, first)));
            }
            long sum = 0;
            for (Future<Long> part : sums) {
                sum += part.get();
            }

            long count = (long) THREADS * QUERIES;
            assertThat(sum).isEqualTo(count * (count - 1) / 2);
            assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isBetween(1, CONNECTIONS);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAUserChangedIsPutBackForTheNextOne(Place place) throws Exception {
        HikariConfig config = config(place);
        config.setMaximumPoolSize(1);
        config.setSchema("system");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            try (Connection first = pool.getConnection()) {
                first.setSchema("information_schema");
                first.setAutoCommit(false);
                first.setReadOnly(false);
                first.commit();
            }
            try (Connection second = pool.getConnection()) {
                assertThat(second.getSchema()).isEqualTo("system");
                assertThat(second.getAutoCommit()).isTrue();
                assertThat(second.isValid(5)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailedStatementLeavesItsConnectionInThePool(Place place) throws Exception {
        HikariConfig config = config(place);
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Object before = failing(pool);
            Object after = failing(pool);

            assertThat(after).isSameAs(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPoolThatCannotConnectSaysWhy(Place place) {
        HikariConfig config = config(place);
        config.setJdbcUrl(
                place == Place.SERVER ? "jdbc:clickhouse://127.0.0.1:1" : "jdbc:chdb:memory?no_such_option=1");
        config.setInitializationFailTimeout(1);

        assertThatThrownBy(() -> new HikariDataSource(config))
                .rootCause()
                .message()
                .containsAnyOf("refused", "no_such_option");
    }

    private static Object failing(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThatThrownBy(() -> connection.createStatement().execute("SELECT no_such_column"))
                    .isInstanceOf(SQLException.class);
            return connection.unwrap(Connection.class);
        }
    }

    private static long queries(HikariDataSource pool, long first) throws SQLException {
        long sum = 0;
        for (long value = first; value < first + QUERIES; value++) {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
                statement.setLong(1, value);
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    sum += result.getLong(1);
                }
            }
        }
        return sum;
    }

    private HikariConfig config(Place place) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.url(server));
        config.setMaximumPoolSize(CONNECTIONS);
        return config;
    }
}
