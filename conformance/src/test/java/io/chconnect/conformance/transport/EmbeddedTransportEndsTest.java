package io.chconnect.conformance.transport;

import io.chconnect.testkit.transport.TransportEndsContract;

class EmbeddedTransportEndsTest extends TransportEndsContract {
    @Override
    protected String url() {
        return "chdb:memory";
    }
}
