package io.chconnect.client.config;

import io.chconnect.error.ConfigurationException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads connection URLs: {@code http://user:password@host:8123/database?option=value}, {@code https://…},
 * {@code host:8443} and {@code chdb:memory} or {@code chdb:/path}. User, password, database and option values are
 * percent-decoded. Without a scheme the ports 443 and 8443 mean TLS.
 */
public final class ConnectionUrl {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://(.*)", Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("\\[([0-9a-fA-F:.]+(?:%25[0-9a-zA-Z_.~-]+)?)]|([^:\\[\\]/?#@\\s]+)");
    private static final String ENCODED =
            "If that is no port but a password: in user and password / is written %2F, ? is %3F and @ is %40";

    private static final int HTTP_PORT = 8123;
    private static final int HTTPS_PORT = 8443;

    private ConnectionUrl() {}

    /**
     * Reads a URL.
     *
     * @param url the URL
     * @return what it says
     * @throws ConfigurationException if it is not a connection URL; the message shows no password
     */
    public static ClientConfig parse(String url) {
        if (url.startsWith(Endpoint.EMBEDDED + ":")) {
            return embedded(url.substring(Endpoint.EMBEDDED.length() + 1));
        }
        Matcher matcher = SCHEME.matcher(url);
        String scheme = null;
        String rest = url;
        if (matcher.matches()) {
            scheme = matcher.group(1).toLowerCase(Locale.ROOT);
            rest = matcher.group(2);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new ConfigurationException(
                        "Unknown scheme \"" + scheme + "\" in a connection URL: expected http, https or chdb");
            }
        }
        Map<Option<?>, Object> values = new HashMap<>();
        int query = rest.indexOf('?');
        if (query >= 0) {
            parseOptions(rest.substring(query + 1), values);
            rest = rest.substring(0, query);
        }
        int slash = rest.indexOf('/');
        if (slash >= 0 && rest.indexOf('@', slash) >= 0) {
            // Read as it stands, the password's end would be the database, and its beginning a port.
            throw new ConfigurationException(
                    "A connection URL has an @ behind its first /: expected the user and password before. " + ENCODED);
        }
        if (slash >= 0) {
            parseDatabase(rest.substring(slash + 1), values);
            rest = rest.substring(0, slash);
        }
        int at = rest.lastIndexOf('@');
        if (at >= 0) {
            parseUser(rest.substring(0, at), values);
            rest = rest.substring(at + 1);
        }
        int comma = rest.indexOf(',');
        if (comma >= 0) {
            values.put(NetworkOptions.ENDPOINTS, rest.substring(comma + 1));
            rest = rest.substring(0, comma);
        }
        return new ClientConfig(endpoint(scheme, rest), values);
    }

    private static ClientConfig embedded(String place) {
        String path = place.startsWith("//") ? place.substring(2) : place;
        Map<Option<?>, Object> values = new HashMap<>();
        int query = path.indexOf('?');
        if (query >= 0) {
            parseOptions(path.substring(query + 1), values);
            path = path.substring(0, query);
        }
        if (path.isEmpty()) {
            throw new ConfigurationException("chdb: needs a place: expected chdb:memory or chdb:/path");
        }
        return new ClientConfig(new Endpoint(Endpoint.EMBEDDED, decode(path), 0), values);
    }

    /**
     * All servers of a configuration.
     *
     * @param config the configuration
     * @return at least one; that of the URL first
     * @throws ConfigurationException if the option {@code endpoints} names one that cannot be understood
     */
    public static List<Endpoint> endpoints(ClientConfig config) {
        List<Endpoint> all = new ArrayList<>(List.of(config.endpoint()));
        for (String authority : config.get(NetworkOptions.ENDPOINTS).split(",", -1)) {
            if (!authority.isBlank()) {
                all.add(endpoint(config.endpoint().scheme(), authority.strip()));
            }
        }
        return List.copyOf(all);
    }

    private static Endpoint endpoint(@Nullable String scheme, String authority) {
        int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        Matcher matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            int at = host.lastIndexOf('@');
            if (at >= 0) {
                throw new ConfigurationException(
                        "The host \"" + host.substring(at + 1)
                                + "\" of a connection URL has a user before it: expected one user for all hosts, before the first");
            }
            throw new ConfigurationException("The host of a connection URL is \"" + host
                    + "\": expected a name, an IPv4 address or an IPv6 address in brackets");
        }
        int port = colon < 0 ? 0 : port(authority.substring(colon + 1));
        String known = scheme != null ? scheme : port == 443 || port == HTTPS_PORT ? "https" : "http";
        if (port == 0) {
            port = known.equals("https") ? HTTPS_PORT : HTTP_PORT;
        }
        return new Endpoint(known, matcher.group(1) == null ? host : decode(matcher.group(1)), port);
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port <= 0xFFFF) {
                return port;
            }
        }
        // What is no number may be a part of a password, and is not shown.
        String shown = text.matches("[0-9]*") ? "is \"" + text + "\"" : "is no number";
        throw new ConfigurationException("The port of a connection URL " + shown + ": expected 1 to 65535. " + ENCODED);
    }

    private static void parseUser(String text, Map<Option<?>, Object> values) {
        int colon = text.indexOf(':');
        values.put(Options.USER, decode(colon < 0 ? text : text.substring(0, colon)));
        if (colon >= 0) {
            values.put(Options.PASSWORD, decode(text.substring(colon + 1)));
        }
    }

    private static void parseDatabase(String path, Map<Option<?>, Object> values) {
        String database = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!database.isEmpty()) {
            values.put(Options.DATABASE, decode(database));
        }
    }

    private static void parseOptions(String query, Map<Option<?>, Object> values) {
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (key.indexOf('@') >= 0) {
                throw new ConfigurationException(
                        "A connection URL has an @ in the name of an option, which is not shown. " + ENCODED);
            }
            OptionLookup.put(values, key, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "A part of the connection URL is not percent-encoded as it should be: write a percent sign as %25");
        }
    }
}
