package io.chconnect.embedded;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Endpoint;
import io.chconnect.client.config.Option;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.Transport;
import io.chconnect.client.transport.TransportProvider;
import io.chconnect.engine.EngineOptions;
import io.chconnect.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** Opens transports for {@code chdb:memory} and {@code chdb:/path}. Used by the client; found by its service file. */
public final class EmbeddedTransportProvider implements TransportProvider {
    /** Options that ask a server or the way to it for something; without them, they would do nothing here. */
    private static final Pattern SERVER_ONLY = Pattern.compile(
            "user|password|roles|access_token|endpoints|proxy|server_host_name|tls.*|ca_cert|trust_store.*"
                    + "|key_store.*|client_cert.*");

    /** For {@link java.util.ServiceLoader}. */
    public EmbeddedTransportProvider() {}

    @Override
    public boolean accepts(String scheme) {
        return scheme.equals(Endpoint.EMBEDDED);
    }

    @Override
    public Transport open(ClientConfig config) {
        Options.ALL.forEach(option -> check(config, option));
        String place = config.endpoint().host();
        EngineOptions options =
                place.equals(Endpoint.MEMORY) ? EngineOptions.memory() : EngineOptions.directory(Path.of(place));
        return new EmbeddedTransport(config, options);
    }

    private static <T> void check(ClientConfig config, Option<T> option) {
        if (SERVER_ONLY.matcher(option.key()).matches() && !Objects.equals(config.get(option), option.defaultValue())) {
            throw new ConfigurationException("Option " + option.key() + " is not for the embedded engine "
                    + config.endpoint() + ", which has no server to connect or log in to; leave it out");
        }
    }
}
