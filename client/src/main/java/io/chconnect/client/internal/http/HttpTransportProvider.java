package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.transport.Transport;
import io.chconnect.client.transport.TransportProvider;

/** Opens transports for {@code http} and {@code https}. */
public final class HttpTransportProvider implements TransportProvider {
    @Override
    public boolean accepts(String scheme) {
        return scheme.equals("http") || scheme.equals("https");
    }

    @Override
    public Transport open(ClientConfig config) {
        return new HttpTransport(config);
    }
}
