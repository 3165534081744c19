package io.chconnect.conformance.transport;

import io.chconnect.testkit.transport.TransportContract;

class EmbeddedTransportTest extends TransportContract {
    @Override
    protected String url() {
        return "chdb:memory";
    }
}
