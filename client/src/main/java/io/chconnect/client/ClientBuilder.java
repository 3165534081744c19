package io.chconnect.client;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.ConnectionUrl;
import io.chconnect.client.config.Option;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.TransportProvider;
import io.chconnect.error.ConfigurationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;

/** Makes a {@link Client}. Options given here win over those of the URL, in whatever order. Not thread-safe. */
public final class ClientBuilder {
    private final Map<Option<?>, Object> explicit = new HashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<OperationListener> listeners = new ArrayList<>();
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
     * Sets options by their keys, as texts. They win over the URL, and those of {@link #option} win over them.
     *
     * @param keysAndValues keys as in URLs; values are not percent-encoded
     * @return this builder
     */
    public ClientBuilder options(Map<String, String> keysAndValues) {
        texts.putAll(keysAndValues);
        return this;
    }

    /**
     * Sets options by their keys, as texts. They win over the URL, and those of {@link #option} win over them.
     *
     * @param properties keys as in URLs; values are not percent-encoded
     * @return this builder
     */
    public ClientBuilder properties(Properties properties) {
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return this;
    }

    /**
     * Sets a server setting for all statements, sent as given.
     *
     * @param name the setting's name
     * @param value its value; booleans are sent as 1 and 0
     * @return this builder
     */
    public ClientBuilder setting(String name, Object value) {
        texts.put("setting_" + name, SettingText.of(value));
        return this;
    }

    /**
     * Sets a header of all requests. It wins over the client's own of the same name.
     *
     * @param name the header
     * @param value its value, which is never shown
     * @return this builder
     */
    public ClientBuilder header(String name, String value) {
        texts.put("header_" + name, value);
        return this;
    }

    /**
     * Who is told of the client's operations. May be called several times.
     *
     * @param listener is told; what it throws harms no operation
     * @return this builder
     */
    public ClientBuilder listener(OperationListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Makes the client, and asks the server for its version to see that it is there and lets the user in.
     *
     * @return the client; the caller closes it
     * @throws io.chconnect.error.ClickHouseException if it does not
     */
    public Client connect() {
        Client client = build();
        try {
            client.serverVersion();
            return client;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
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
        ClientConfig config = fromUrl.withTexts(texts).withAll(explicit);
        String scheme = config.endpoint().scheme();
        ServiceLoader<TransportProvider> providers =
                ServiceLoader.load(TransportProvider.class, TransportProvider.class.getClassLoader());
        for (TransportProvider provider : providers) {
            if (provider.accepts(scheme)) {
                return new Client(config, provider.open(config), listeners);
            }
        }
        throw new ConfigurationException("No transport for " + scheme + ":"
                + (scheme.equals("chdb") ? " add the module clickhouse-connect-embedded" : ""));
    }
}
