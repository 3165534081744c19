package io.chconnect.conformance.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.fault.Fault;
import io.chconnect.testkit.fault.FaultProxy;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Operations are events of the flight recorder while something is recorded. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FlightRecordingTest {
    private final ClickHouseServer server;

    @TempDir
    private Path directory;

    FlightRecordingTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void operationsAndAttemptsAreRecorded() throws Exception {
        List<RecordedEvent> operations;
        List<RecordedEvent> attempts;
        try (Recording recording = new Recording();
                FaultProxy proxy = FaultProxy.start(server.httpPort())) {
            proxy.faults(connection -> connection == 1 ? Fault.down(Fault.Kind.RESET, 0) : Fault.NONE);
            recording.enable("io.chconnect.Operation");
            recording.enable("io.chconnect.Attempt");
            recording.start();
            try (Client client = Client.connect(proxy.url())) {
                client.query(request -> request.sql("SELECT number, {p:String} FROM numbers(5)")
                                .parameter("p", "pw-parameter"))
                        .rows();
                assertThatThrownBy(() -> client.command("DROP TABLE nothing_there"))
                        .isInstanceOf(ServerException.class);
            }
            operations = FlightRecordings.events(recording, directory, "io.chconnect.Operation");
            attempts = FlightRecordings.events(recording, directory, "io.chconnect.Attempt");
            assertThat(attempts).hasSize(3);
            assertThat(attempts.get(0).getString("operationId"))
                    .isEqualTo(attempts.get(1).getString("operationId"));
            assertThat(attempts.get(0).getString("error")).isNotNull();
            assertThat(attempts.get(1).getInt("number")).isEqualTo(2);
            assertThat(attempts.get(1).getInt("port")).isEqualTo(proxy.port());
            assertThat(attempts.get(1).getString("error")).isNull();
        }
        assertThat(operations).hasSize(2);
        RecordedEvent query = operations.get(0);
        assertThat(query.getString("kind")).isEqualTo("QUERY");
        assertThat(query.getString("statement")).isEqualTo("SELECT");
        assertThat(query.getString("how")).isEqualTo("COMPLETED");
        assertThat(query.getInt("attempts")).isEqualTo(2);
        assertThat(query.getLong("rowsReceived")).isEqualTo(5);
        assertThat(query.getDuration()).isPositive();
        assertThat(operations.get(1).getString("error")).isEqualTo("UNKNOWN_TABLE");
        assertThat(operations.toString() + attempts).doesNotContain("pw-parameter", "numbers(5)", "nothing_there");
    }
}
