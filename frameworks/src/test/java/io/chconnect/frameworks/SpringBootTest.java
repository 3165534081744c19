package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.jdbc.ClickHouseDriver;
import io.chconnect.testkit.server.ClickHouseServerTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

@Timeout(120)
@ClickHouseServerTest
class SpringBootTest {
    /** Boot knows no other driver class for a URL of ClickHouse than that of the official driver. */
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
            .withPropertyValues("spring.datasource.driver-class-name=" + ClickHouseDriver.class.getName());

    private final ClickHouseServer server;

    SpringBootTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void aUrlAndTheDriversClassMakeAPooledDataSource() {
        application
                .withPropertyValues("spring.datasource.url=jdbc:chconnect:" + server.url())
                .run(context -> {
                    assertThat(context).hasSingleBean(DataSource.class);
                    assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
                    assertThat(context.getBean(JdbcTemplate.class).queryForObject("SELECT 40 + 2", Integer.class))
                            .isEqualTo(42);
                });
    }

    @Test
    void theUrlOfTheOfficialDriverAndAUserWork() {
        application
                .withPropertyValues(
                        "spring.datasource.url=jdbc:clickhouse:" + server.url(),
                        "spring.datasource.username=default",
                        "spring.datasource.password=",
                        "spring.datasource.hikari.maximum-pool-size=2")
                .run(context -> assertThat(
                                context.getBean(JdbcTemplate.class).queryForObject("SELECT 1", Integer.class))
                        .isEqualTo(1));
    }

    @Test
    void theHealthIndicatorAsksTheServer() {
        application
                .withPropertyValues("spring.datasource.url=jdbc:chconnect:" + server.url())
                .run(context -> {
                    Health health = new DataSourceHealthIndicator(context.getBean(DataSource.class)).health();

                    assertThat(health.getStatus()).isEqualTo(Status.UP);
                    assertThat(health.getDetails()).containsEntry("database", "ClickHouse");
                });
    }

    @Test
    void theHealthIndicatorIsDownWithoutAServer() {
        application
                .withPropertyValues(
                        "spring.datasource.url=jdbc:chconnect://127.0.0.1:1",
                        "spring.datasource.hikari.connection-timeout=500")
                .run(context -> assertThat(new DataSourceHealthIndicator(context.getBean(DataSource.class))
                                .health()
                                .getStatus())
                        .isEqualTo(Status.DOWN));
    }
}
