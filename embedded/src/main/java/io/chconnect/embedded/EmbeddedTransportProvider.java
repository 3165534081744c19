package io.chconnect.embedded;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Endpoint;
import io.chconnect.client.transport.Transport;
import io.chconnect.client.transport.TransportProvider;
import io.chconnect.engine.EngineOptions;
import java.nio.file.Path;

/** Opens transports for {@code chdb:memory} and {@code chdb:/path}. Used by the client; found by its service file. */
public final class EmbeddedTransportProvider implements TransportProvider {
    /** For {@link java.util.ServiceLoader}. */
    public EmbeddedTransportProvider() {}

    @Override
    public boolean accepts(String scheme) {
        return scheme.equals(Endpoint.EMBEDDED);
    }

    @Override
    public Transport open(ClientConfig config) {
        String place = config.endpoint().host();
        EngineOptions options =
                place.equals(Endpoint.MEMORY) ? EngineOptions.memory() : EngineOptions.directory(Path.of(place));
        return new EmbeddedTransport(config, options);
    }
}
