package io.chconnect.conformance.transport;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.transport.TransportContract;

@ClickHouseServerTest
class HttpTransportTest extends TransportContract {
    private final String url;

    HttpTransportTest(ClickHouseServer server) {
        url = server.url();
    }

    @Override
    protected String url() {
        return url;
    }
}
