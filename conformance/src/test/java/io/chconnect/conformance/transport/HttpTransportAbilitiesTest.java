package io.chconnect.conformance.transport;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.transport.TransportAbilitiesContract;

@ClickHouseServerTest
class HttpTransportAbilitiesTest extends TransportAbilitiesContract {
    private final String url;

    HttpTransportAbilitiesTest(ClickHouseServer server) {
        url = server.url();
    }

    @Override
    protected String url() {
        return url;
    }
}
