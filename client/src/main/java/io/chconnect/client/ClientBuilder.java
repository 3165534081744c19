package io.chconnect.client;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.ConnectionUrl;
import io.chconnect.client.config.Option;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.TransportProvider;
import io.chconnect.error.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Makes a {@link Client}. Options given here win over those of the URL, in whatever order. Not thread-safe. */
public final class ClientBuilder {
    private final Map<Option<?>, Object> explicit = new HashMap<>();
    private ClientConfig fromUrl;

    ClientBuilder(ClientConfig fromUrl) {
        this.fromUrl = fromUrl;
    }

    /**
     * Says where ClickHouse is.
     *
     * @param url as for {@link Client#connect}
     * @return this builder
     * @throws ConfigurationException if it is not a connection URL
     */
    public ClientBuilder url(String url) {
        fromUrl = ConnectionUrl.parse(url);
        return this;
    }

    /**
     * Sets an option.
     *
     * @param option one of {@link Options}
     * @param value its value
     * @param <T> the class of its values
     * @return this builder
     */
    public <T> ClientBuilder option(Option<T> option, T value) {
        explicit.put(option, value);
        return this;
    }

    /**
     * Says who logs in.
     *
     * @param user the user
     * @param password the password, empty when there is none
     * @return this builder
     */
    public ClientBuilder user(String user, String password) {
        return option(Options.USER, user).option(Options.PASSWORD, password);
    }

    /**
     * Says which database names without one belong to.
     *
     * @param database the database
     * @return this builder
     */
    public ClientBuilder database(String database) {
        return option(Options.DATABASE, database);
    }

    /**
     * Makes the client.
     *
     * @return the client; the caller closes it
     * @throws ConfigurationException if no transport on the class path takes the URL
     */
    public Client build() {
        ClientConfig config = fromUrl.withAll(explicit);
        String scheme = config.endpoint().scheme();
        ServiceLoader<TransportProvider> providers =
                ServiceLoader.load(TransportProvider.class, TransportProvider.class.getClassLoader());
        for (TransportProvider provider : providers) {
            if (provider.accepts(scheme)) {
                return new Client(config, provider.open(config));
            }
        }
        throw new ConfigurationException("No transport for " + scheme + ":"
                + (scheme.equals("chdb") ? " add the module clickhouse-connect-embedded" : ""));
    }
}
