package io.chconnect.conformance.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.logs.TraceLogs;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log tells of operations, and shows statements at TRACE only and without their values. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OperationLogTest {
    private static final String LOGGER = "io.chconnect.client.operations ";

    @Test
    void statementsAreShownAtTraceOnly(ClickHouseServer server) {
        try (Client client = Client.connect(server.url())) {
            client.query(request -> request.sql("SELECT {logged_parameter:String}, 'pw-text'")
                            .parameter("logged_parameter", "pw-parameter"))
                    .rows();
            assertThatThrownBy(() -> client.query("SELECT logged_mistake")).isInstanceOf(ServerException.class);
        }
        List<String> events = TraceLogs.last().stream()
                .filter(event -> event.startsWith(LOGGER))
                .toList();
        assertThat(events)
                .filteredOn(event -> event.contains("logged_"))
                .anyMatch(event -> event.contains("SELECT {logged_parameter:String}, ?"))
                .anyMatch(event -> event.contains("SELECT logged_mistake"))
                .allMatch(event -> event.startsWith(LOGGER + "TRACE "));
        assertThat(events)
                .filteredOn(event -> event.startsWith(LOGGER + "DEBUG "))
                .anyMatch(event -> event.contains("(QUERY SELECT at " + server.url() + "): COMPLETED"))
                .anyMatch(event -> event.contains("FAILED") && event.contains("ServerException 47 UNKNOWN_IDENTIFIER"));
    }
}
