package io.chconnect.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.IOException;
import org.junit.jupiter.api.RepeatedTest;

@ClickHouseServerTest
class SharedServerTest {
    private static long pid;

    private final ClickHouseServer server;

    SharedServerTest(ClickHouseServer server) {
        this.server = server;
    }

    @RepeatedTest(2)
    void oneServerServesAllTests(ClickHouseServer parameter) throws IOException {
        assertThat(parameter).isSameAs(server);
        assertThat(PlainHttp.query(server, "SELECT 1")).isEqualTo("1");
        assertThat(pid).isIn(0L, server.pid());
        pid = server.pid();
    }
}
