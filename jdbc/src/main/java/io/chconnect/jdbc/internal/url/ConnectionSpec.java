package io.chconnect.jdbc.internal.url;

import io.chconnect.client.config.Option;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Everything that a JDBC URL and its properties say. Equal specs share a client. Its text shows no secret.
 *
 * @param jdbcUrl the URL as {@code DatabaseMetaData} shows it: without properties and without a password
 * @param baseUrl the URL of the client, with its options but the database
 * @param database the database of names without one; empty means the user's default
 * @param options the options of JDBC that are not at their defaults
 * @param settings server settings of every statement
 */
public record ConnectionSpec(
        String jdbcUrl, String baseUrl, String database, Map<Option<?>, Object> options, Map<String, String> settings) {
    /** Copies the maps. */
    public ConnectionSpec {
        options = Map.copyOf(options);
        settings = Map.copyOf(settings);
    }

    /** The value of an option of JDBC. */
    @SuppressWarnings("unchecked") // the parser stores only values of the option's own class
    public <T> T get(Option<T> option) {
        Object value = options.get(option);
        return value == null ? option.defaultValue() : (T) value;
    }

    /** The URL of the client. */
    public String clientUrl() {
        if (database.isEmpty()) {
            return baseUrl;
        }
        return baseUrl + (baseUrl.indexOf('?') < 0 ? "?" : "&") + "database="
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same with another database. */
    public ConnectionSpec withDatabase(String other) {
        return new ConnectionSpec(jdbcUrl, baseUrl, other, options, settings);
    }

    /** Whether the engine runs in this process. */
    public boolean embedded() {
        return baseUrl.startsWith("chdb:");
    }

    @Override
    public String toString() {
        return "ConnectionSpec[" + jdbcUrl + "]";
    }
}
