package io.chconnect.client.internal.net;

import io.chconnect.error.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy leads to a server: the one that was configured, else that of the environment variables {@code http_proxy},
 * {@code https_proxy} and {@code no_proxy}, lower case before upper case. Immutable and thread-safe.
 */
public final class ProxySettings {
    private static final String NONE = "none";

    private final String configured;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * Creates it.
     *
     * @param configured {@code [http|socks5://][user:password@]host[:port]}, {@code none} for no proxy, or empty for the
     *     environment's
     * @param environment gives the values of environment variables; null for those that are not set
     */
    public ProxySettings(String configured, UnaryOperator<@Nullable String> environment) {
        this.configured = configured.strip();
        this.environment = environment;
        if (!this.configured.isEmpty() && !this.configured.equalsIgnoreCase(NONE)) {
            parse(this.configured, "Option proxy");
        }
    }

    /**
     * The proxy for a server.
     *
     * @param scheme {@code http} or {@code https}
     * @param host the server
     * @param port its port
     * @return null for the direct way
     * @throws ConfigurationException if the environment names a proxy that cannot be understood
     */
    public @Nullable Proxy forHost(String scheme, String host, int port) {
        if (configured.equalsIgnoreCase(NONE)) {
            return null;
        }
        if (!configured.isEmpty()) {
            return parse(configured, "Option proxy");
        }
        String variable = scheme + "_proxy";
        String value = variable(variable);
        if (value == null || value.isBlank() || isExcluded(host, port)) {
            return null;
        }
        return parse(value, "Environment variable " + variable);
    }

    private boolean isExcluded(String host, int port) {
        String list = variable("no_proxy");
        if (list == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        for (String entry : list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
            String plain = entry.startsWith("*.") ? entry.substring(2) : entry;
            while (plain.startsWith(".")) {
                plain = plain.substring(1);
            }
            if (plain.equals("*")
                    || (!plain.isEmpty()
                            && (name.equals(plain)
                                    || (name + ":" + port).equals(plain)
                                    || name.endsWith("." + plain)
                                    || (name + ":" + port).endsWith("." + plain)))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String variable(String name) {
        String value = environment.apply(name);
        return value == null ? environment.apply(name.toUpperCase(Locale.ROOT)) : value;
    }

    /** Messages do not show the text, which may hold a password. */
    private static Proxy parse(String text, String source) {
        String url = text.contains("://") ? text : "http://" + text;
        try {
            URI uri = new URI(url);
            Proxy.Kind kind = switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
                case "http" -> Proxy.Kind.HTTP;
                case "socks5", "socks5h", "socks" -> Proxy.Kind.SOCKS5;
                default ->
                    throw new ConfigurationException(
                            source + " names a proxy of the kind \"" + uri.getScheme() + "\": expected http or socks5");
            };
            if (uri.getHost() == null) {
                throw new ConfigurationException(source + " names no host: expected [http://]host:port");
            }
            int port = uri.getPort() >= 0 ? uri.getPort() : kind == Proxy.Kind.HTTP ? 3128 : 1080;
            String host = uri.getHost().startsWith("[") ? uri.getHost().replaceAll("[\\[\\]]", "") : uri.getHost();
            String login = uri.getRawUserInfo();
            int colon = login == null ? -1 : login.indexOf(':');
            String user = login == null ? null : decode(colon < 0 ? login : login.substring(0, colon));
            String password = login == null || colon < 0 ? null : decode(login.substring(colon + 1));
            return new Proxy(kind, host, port, user, password);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    source + " is no proxy: expected [http://|socks5://][user:password@]host:port, percent-encoded");
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
