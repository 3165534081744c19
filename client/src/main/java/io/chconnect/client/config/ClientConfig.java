package io.chconnect.client.config;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where ClickHouse is, and all options. Immutable and thread-safe; its text shows no secret. */
public final class ClientConfig {
    private final Endpoint endpoint;
    private final Map<Option<?>, Object> values;

    /**
     * Creates a configuration.
     *
     * @param endpoint where ClickHouse is
     * @param values options that are not left at their defaults, each of its option's class
     */
    public ClientConfig(Endpoint endpoint, Map<Option<?>, Object> values) {
        this.endpoint = endpoint;
        this.values = Map.copyOf(values);
    }

    /**
     * Where ClickHouse is.
     *
     * @return never null
     */
    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * The value of an option.
     *
     * @param option the option
     * @param <T> the class of its values
     * @return the given value, or the default
     */
    @SuppressWarnings("unchecked") // with() and the URL parser store only values of the option's own class
    public <T> T get(Option<T> option) {
        Object value = values.get(option);
        return value == null ? option.defaultValue() : (T) value;
    }

    /**
     * The same configuration with one option changed.
     *
     * @param option the option
     * @param value its value; null means the default
     * @param <T> the class of its values
     * @return a new configuration
     */
    public <T> ClientConfig with(Option<T> option, @Nullable T value) {
        Map<Option<?>, Object> changed = new HashMap<>(values);
        if (value == null) {
            changed.remove(option);
        } else {
            changed.put(option, value);
        }
        return new ClientConfig(endpoint, changed);
    }

    /**
     * The same configuration with some options changed.
     *
     * @param changes the options and their values, each of its option's class
     * @return a new configuration
     */
    public ClientConfig withAll(Map<Option<?>, Object> changes) {
        Map<Option<?>, Object> changed = new HashMap<>(values);
        changed.putAll(changes);
        return new ClientConfig(endpoint, changed);
    }

    /**
     * The same configuration with some options changed, which are given as text.
     *
     * @param texts keys and values, as in URLs but not percent-encoded
     * @return a new configuration
     * @throws io.chconnect.error.ConfigurationException if there is no such option, or its value is wrong
     */
    public ClientConfig withTexts(Map<String, String> texts) {
        Map<Option<?>, Object> changed = new HashMap<>(values);
        texts.forEach((key, text) -> OptionLookup.put(changed, key, text));
        return new ClientConfig(endpoint, changed);
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey().key() + "=" + (entry.getKey().secret() ? "***" : entry.getValue()))
                .sorted()
                .collect(Collectors.joining(", ", endpoint + " {", "}"));
    }
}
