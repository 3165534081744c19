package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.conformance.client.HeapChild;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Failures of all kinds, thousands of times, leave nothing behind. */
@ClickHouseServerTest
class LeakTest {
    private static final long MEGABYTE = 1 << 20;
    private final ClickHouseServer server;

    LeakTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aThousandFailuresLeaveNothing() {
        List<LeakRun.State> states = new LeakRun(server.httpPort()).run(300, 1_200);
        nothingIsLeft(states.get(0), states.get(1));
    }

    /**
     * In a JVM of its own. Its whole heap is resident from the start, and the second compiler, which goes on taking memory for
     * thousands of operations, is off, so that what the resident memory grows by is the client's: direct buffers, native
     * contexts, threads, sockets.
     */
    @Test
    @Tag("soak")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void tenThousandFailuresLeaveNothing(@TempDir Path directory) throws Exception {
        List<String> options =
                List.of("-Xms96m", "-Xmx96m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1");
        String printed = HeapChild.run(directory, options, LeakRun.class, Integer.toString(server.httpPort()));
        List<LeakRun.State> states = printed.lines()
                .filter(line -> line.startsWith("State"))
                .map(LeakRun.State::parse)
                .toList();
        System.out.println("operation 1,000: " + states.get(0) + "; 10,000: " + states.get(1));
        nothingIsLeft(states.get(0), states.get(1));
        assertThat(states.get(1).resident()).as("RSS").isLessThan(states.get(0).resident() * 11 / 10);
    }

    private static void nothingIsLeft(LeakRun.State before, LeakRun.State after) {
        assertThat(after.heap()).as("heap").isLessThan(before.heap() + 2 * MEGABYTE);
        assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads());
        assertThat(after.sockets()).as("sockets").isLessThanOrEqualTo(before.sockets());
    }
}
