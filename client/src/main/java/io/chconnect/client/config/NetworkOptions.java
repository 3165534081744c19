package io.chconnect.client.config;

import io.chconnect.error.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Options of several servers, TLS, logins other than by password, and proxies. */
public final class NetworkOptions {
    /** Further servers. */
    public static final Option<String> ENDPOINTS = Option.text(
            "endpoints",
            "",
            "Further servers with the same data, as host:port, separated by commas; a URL may also list several hosts.");

    /** How one of several servers is chosen. */
    public static final Option<Balancing> BALANCING = oneOf(
            "balancing",
            Balancing.ROUND_ROBIN,
            Balancing.values(),
            "How one of several servers is chosen: round_robin, random or first_alive.");

    /** Whether certificates of servers are checked. */
    public static final Option<Boolean> VERIFY = Option.flag(
            "verify", true, "Whether the server's certificate and name are checked; false opens the door to anybody.");

    /** Whom to trust, as PEM. */
    public static final Option<String> CA_CERT = Option.text(
            "ca_cert", "", "A PEM file with the certificates to trust; empty for those of the Java runtime.");

    /** Whom to trust, as key store. */
    public static final Option<String> TRUST_STORE =
            Option.text("trust_store", "", "A PKCS#12 or JKS file with the certificates to trust.");

    /** The password of the trust store. */
    public static final Option<String> TRUST_STORE_PASSWORD =
            Option.secret("trust_store_password", "The password of the file trust_store.");

    /** The client's own certificate, as PEM. */
    public static final Option<String> CLIENT_CERT = Option.text(
            "client_cert",
            "",
            "A PEM file with the client's certificate, and its key unless client_cert_key is given.");

    /** The key of the client's own certificate. */
    public static final Option<String> CLIENT_CERT_KEY =
            Option.text("client_cert_key", "", "A PEM file with the key of client_cert.");

    /** The password of that key. */
    public static final Option<String> CLIENT_CERT_PASSWORD =
            Option.secret("client_cert_password", "The password of an encrypted key of client_cert.");

    /** The client's own certificate, as key store. */
    public static final Option<String> KEY_STORE =
            Option.text("key_store", "", "A PKCS#12 or JKS file with the client's certificate and key.");

    /** The password of the key store. */
    public static final Option<String> KEY_STORE_PASSWORD =
            Option.secret("key_store_password", "The password of the file key_store.");

    /** TLS of the caller's making. */
    public static final Option<Optional<SSLContext>> SSL_CONTEXT = new Option<>(
            "ssl_context",
            Optional.empty(),
            "TLS of the program's own making, in place of the files above; not in URLs.",
            false,
            text -> {
                throw notText("ssl_context");
            });

    /** What a client certificate is used for. */
    public static final Option<TlsMode> TLS_MODE = oneOf(
            "tls_mode",
            TlsMode.AUTO,
            TlsMode.values(),
            "What a client certificate is used for: auto and mutual log in with it, strict and proxy do not.");

    /** The name a server behind a tunnel has. */
    public static final Option<String> SERVER_HOST_NAME = Option.text(
            "server_host_name",
            "",
            "The real name of a server that is reached by another one: for its certificate, SNI and the header Host.");

    /** The way through a proxy. */
    public static final Option<String> PROXY = Option.secret(
            "proxy",
            "A proxy, as [http://|socks5://][user:password@]host:port, or none; empty for that of the environment"
                    + " (http_proxy, https_proxy, no_proxy).");

    /** A token to log in with. */
    public static final Option<String> ACCESS_TOKEN =
            Option.secret("access_token", "A token to log in with, in place of user and password.");

    /** Gives tokens to log in with. */
    public static final Option<TokenProvider> TOKEN_PROVIDER = new Option<>(
            "token_provider",
            TokenProvider.NONE,
            "Gives tokens to log in with, and new ones when they are refused; not in URLs.",
            true,
            text -> {
                throw notText("token_provider");
            });

    static final List<Option<?>> ALL = List.of(
            ENDPOINTS,
            BALANCING,
            VERIFY,
            CA_CERT,
            TRUST_STORE,
            TRUST_STORE_PASSWORD,
            CLIENT_CERT,
            CLIENT_CERT_KEY,
            CLIENT_CERT_PASSWORD,
            KEY_STORE,
            KEY_STORE_PASSWORD,
            SSL_CONTEXT,
            TLS_MODE,
            SERVER_HOST_NAME,
            PROXY,
            ACCESS_TOKEN,
            TOKEN_PROVIDER);

    private NetworkOptions() {}

    private static <E extends Enum<E>> Option<E> oneOf(String key, E defaultValue, E[] values, String documentation) {
        return new Option<>(
                key,
                defaultValue,
                documentation,
                false,
                text -> Arrays.stream(values)
                        .filter(value -> value.toString().equalsIgnoreCase(text.strip()))
                        .findFirst()
                        .orElseThrow(() -> new ConfigurationException(
                                "Option " + key + " is \"" + text + "\": expected one of " + Arrays.toString(values))));
    }

    private static ConfigurationException notText(String key) {
        return new ConfigurationException("Option " + key + " cannot be given as text: set it in the program");
    }
}
