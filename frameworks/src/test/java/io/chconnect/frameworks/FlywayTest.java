package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@ClickHouseServerTest
class FlywayTest {
    private final ClickHouseServer server;

    FlywayTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void migrationsRunOnceAndAreRemembered() throws Exception {
        DataSource source = Place.SERVER.dataSource(server);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE flyway ENGINE = Atomic");
        }
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .defaultSchema("flyway")
                .locations("classpath:migrations")
                .load();

        MigrateResult first = flyway.migrate();
        flyway.validate();
        MigrateResult second = flyway.migrate();

        assertThat(first.migrationsExecuted).isEqualTo(3);
        assertThat(second.migrationsExecuted).isZero();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT sum(amount) FROM flyway.orders")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getLong(1)).isEqualTo(42);
        }
    }
}
