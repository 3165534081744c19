package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.NetworkOptions;
import io.chconnect.client.config.TlsMode;
import io.chconnect.client.internal.net.KeyStores;
import io.chconnect.client.internal.net.Tls;
import io.chconnect.client.internal.net.TrustAll;
import io.chconnect.error.ConfigurationException;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the TLS of a client from its options. */
final class TlsSettings {
    private TlsSettings() {}

    static Tls of(ClientConfig config) {
        String name = config.get(NetworkOptions.SERVER_HOST_NAME);
        try {
            return new Tls(context(config), config.get(NetworkOptions.VERIFY), name.isEmpty() ? null : name);
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** Whether the client logs in by its certificate. */
    static boolean logsInByCertificate(ClientConfig config) {
        TlsMode mode = config.get(NetworkOptions.TLS_MODE);
        boolean hasCertificate = !config.get(NetworkOptions.CLIENT_CERT).isEmpty()
                || !config.get(NetworkOptions.KEY_STORE).isEmpty();
        boolean hasContext = config.get(NetworkOptions.SSL_CONTEXT).isPresent();
        if (mode == TlsMode.MUTUAL && !hasCertificate && !hasContext) {
            throw new ConfigurationException(
                    "Option tls_mode is mutual, and there is no client certificate: expected client_cert or key_store");
        }
        return mode == TlsMode.MUTUAL || (mode == TlsMode.AUTO && hasCertificate);
    }

    private static SSLContext context(ClientConfig config) throws GeneralSecurityException {
        TrustManager[] trust = trust(config);
        KeyManager[] keys = keys(config);
        SSLContext given = config.get(NetworkOptions.SSL_CONTEXT).orElse(null);
        if (given != null) {
            if (trust != null || keys != null) {
                throw new ConfigurationException(
                        "Option ssl_context stands for all of TLS: expected no certificates and stores beside it");
            }
            return given;
        }
        if (trust == null && keys == null) {
            return SSLContext.getDefault();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        return context;
    }

    private static TrustManager @Nullable [] trust(ClientConfig config) {
        String pem = config.get(NetworkOptions.CA_CERT);
        String store = config.get(NetworkOptions.TRUST_STORE);
        requireOne("ca_cert", pem, "trust_store", store);
        if (!config.get(NetworkOptions.VERIFY)) {
            return config.get(NetworkOptions.SSL_CONTEXT).isPresent() ? null : new TrustManager[] {new TrustAll()};
        }
        if (!pem.isEmpty()) {
            return KeyStores.trustPem("ca_cert", pem);
        }
        return store.isEmpty()
                ? null
                : KeyStores.trustStore("trust_store", store, config.get(NetworkOptions.TRUST_STORE_PASSWORD));
    }

    private static KeyManager @Nullable [] keys(ClientConfig config) {
        String pem = config.get(NetworkOptions.CLIENT_CERT);
        String store = config.get(NetworkOptions.KEY_STORE);
        requireOne("client_cert", pem, "key_store", store);
        if (!pem.isEmpty()) {
            return KeyStores.keyPem(
                    pem, config.get(NetworkOptions.CLIENT_CERT_KEY), config.get(NetworkOptions.CLIENT_CERT_PASSWORD));
        }
        return store.isEmpty()
                ? null
                : KeyStores.keyStore("key_store", store, config.get(NetworkOptions.KEY_STORE_PASSWORD));
    }

    private static void requireOne(String first, String firstValue, String second, String secondValue) {
        if (List.of(firstValue, secondValue).stream().noneMatch(String::isEmpty)) {
            throw new ConfigurationException("Options " + first + " and " + second + " are both given: expected one");
        }
    }
}
