package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.internal.net.Tls;
import io.chconnect.error.ConfigurationException;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/** Makes the TLS of a client from its options. */
final class TlsSettings {
    private TlsSettings() {}

    static Tls of(ClientConfig config) {
        try {
            return new Tls(SSLContext.getDefault(), true, null);
        } catch (NoSuchAlgorithmException e) {
            throw new ConfigurationException("This Java runtime has no TLS: " + e.getMessage());
        }
    }
}
