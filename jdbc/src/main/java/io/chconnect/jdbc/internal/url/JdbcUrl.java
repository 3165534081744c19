package io.chconnect.jdbc.internal.url;

import io.chconnect.client.config.Option;
import io.chconnect.error.ConfigurationException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Reads JDBC URLs: {@code jdbc:clickhouse:}, {@code jdbc:ch:} and {@code jdbc:chconnect:} before a client's URL, with or
 * without its scheme, and {@code jdbc:chdb:memory} or {@code jdbc:chdb:/path}. What the URL says wins over properties.
 */
public final class JdbcUrl {
    /** The prefix that no other driver takes. */
    public static final String OWN = "jdbc:chconnect:";

    private static final String EMBEDDED = "jdbc:chdb:";
    private static final List<String> PREFIXES = List.of("jdbc:clickhouse:", "jdbc:ch:", OWN, EMBEDDED);
    private static final int LONGEST_SOCKET_TIMEOUT = 10_000;

    private JdbcUrl() {}

    /** Whether the driver takes a URL. */
    public static boolean accepts(String url) {
        return url != null && PREFIXES.stream().anyMatch(url::startsWith);
    }

    /** Reads a URL that {@link #accepts} takes. */
    public static ConnectionSpec parse(String url, Properties properties) {
        String prefix = PREFIXES.stream().filter(url::startsWith).findFirst().orElseThrow();
        String rest = url.substring(prefix.length());
        if (prefix.equals(EMBEDDED)) {
            rest = "chdb:" + rest;
        }
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        Map<String, String> given = new LinkedHashMap<>(strings(properties));
        if (question >= 0) {
            query(rest.substring(question + 1), given);
        }
        return build(place, given, !prefix.equals(OWN));
    }

    private static ConnectionSpec build(String fullPlace, Map<String, String> given, boolean official) {
        int slash = fullPlace.startsWith("chdb:") ? -1 : fullPlace.indexOf('/', hostStart(fullPlace));
        String place = slash < 0 ? fullPlace : fullPlace.substring(0, slash);
        String path = slash < 0 ? "" : decode(stripSlashes(fullPlace.substring(slash)));
        String named = given.getOrDefault("database", given.getOrDefault("db", ""));
        String database = path.isEmpty() ? named : path;
        Map<Option<?>, Object> options = new HashMap<>();
        Map<String, String> settings = new HashMap<>();
        StringBuilder query = new StringBuilder();
        given.forEach((key, value) -> {
            Optional<Option<?>> own = JdbcOptions.ALL.stream()
                    .filter(option -> option.key().equals(key))
                    .findFirst();
            if (own.isPresent()) {
                options.put(own.get(), own.get().parser().apply(value));
            } else if (key.startsWith(JdbcOptions.SETTING_PREFIX)) {
                settings.put(key.substring(JdbcOptions.SETTING_PREFIX.length()), value);
            } else if (key.equals("custom_settings") || key.equals("custom_http_params")) {
                list(key, value, settings);
            } else if (!JdbcOptions.WITHOUT_MEANING.contains(key) && !key.equals("database") && !key.equals("db")) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encode(JdbcOptions.RENAMED.getOrDefault(key, key)))
                        .append('=')
                        .append(encode(clientValue(key, value, official)));
            }
        });
        boolean ssl = Boolean.TRUE.equals(options.get(JdbcOptions.SSL));
        String clientPlace = withScheme(place, ssl);
        return new ConnectionSpec(OWN + withoutUser(place), clientPlace + query, database, options, settings);
    }

    /** Milliseconds of the official driver become our seconds; where both have one name, a doubtful value is refused. */
    private static String clientValue(String key, String value, boolean official) {
        if (JdbcOptions.MILLISECONDS.contains(key)) {
            try {
                return Double.toString(Long.parseLong(value) / 1000.0);
            } catch (NumberFormatException e) {
                throw new ConfigurationException("Option " + key + " is \"" + value + "\": expected milliseconds", e);
            }
        }
        if (official
                && key.equals("socket_timeout")
                && value.matches("[0-9]{1,18}")
                && Long.parseLong(value) >= LONGEST_SOCKET_TIMEOUT) {
            throw new ConfigurationException("Option socket_timeout is " + value
                    + ", which looks like the official driver's milliseconds: expected seconds, less than "
                    + LONGEST_SOCKET_TIMEOUT);
        }
        return value;
    }

    private static String withScheme(String place, boolean ssl) {
        String rest = place.startsWith("//") ? place.substring(2) : place;
        if (ssl && !rest.contains("://") && !rest.startsWith("chdb:")) {
            return "https://" + rest;
        }
        return ssl && rest.startsWith("http://") ? "https://" + rest.substring("http://".length()) : rest;
    }

    private static String withoutUser(String place) {
        int from = hostStart(place);
        int at = place.lastIndexOf('@');
        return at < from || place.startsWith("chdb:") ? place : place.substring(0, from) + place.substring(at + 1);
    }

    private static int hostStart(String place) {
        int scheme = place.indexOf("//");
        return scheme < 0 ? 0 : scheme + 2;
    }

    private static String stripSlashes(String path) {
        String from = path.substring(1);
        return from.endsWith("/") ? from.substring(0, from.length() - 1) : from;
    }

    private static Map<String, String> strings(Properties properties) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            all.put(key, properties.getProperty(key));
        }
        properties.forEach((key, value) -> {
            if (!(key instanceof String && value instanceof String)) {
                throw new ConfigurationException("Property " + key + " is of class "
                        + value.getClass().getName() + ": expected text for keys and values");
            }
        });
        return all;
    }

    private static void query(String query, Map<String, String> into) {
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                into.put(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    private static void list(String key, String text, Map<String, String> settings) {
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new ConfigurationException(
                        "Option " + key + " is \"" + text + "\": expected a list such as max_threads=4,readonly=1");
            }
            settings.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "A part of the JDBC URL is not percent-encoded as it should be: write a percent sign as %25");
        }
    }
}
