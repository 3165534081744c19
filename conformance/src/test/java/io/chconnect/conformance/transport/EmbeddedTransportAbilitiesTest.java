package io.chconnect.conformance.transport;

import io.chconnect.testkit.transport.TransportAbilitiesContract;

class EmbeddedTransportAbilitiesTest extends TransportAbilitiesContract {
    @Override
    protected String url() {
        return "chdb:memory";
    }
}
