package io.chconnect.conformance.transport;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.transport.TransportEndsContract;

@ClickHouseServerTest
class HttpTransportEndsTest extends TransportEndsContract {
    private final String url;

    HttpTransportEndsTest(ClickHouseServer server) {
        url = server.url();
    }

    @Override
    protected String url() {
        return url;
    }
}
