package io.chconnect.client.internal.net;

import io.chconnect.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Makes key and trust managers of files. Messages name the file and never show what is in it. */
public final class KeyStores {
    private static final char[] IN_MEMORY = {};

    private KeyStores() {}

    /**
     * Trusts the certificates of a PEM file, and those they vouch for.
     *
     * @param option the option that names the file
     * @param path the file
     * @return trust managers
     */
    public static TrustManager[] trustPem(String option, String path) {
        try {
            KeyStore store = empty();
            List<X509Certificate> certificates = PemFile.read(option, path).certificates();
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("trusted-" + i, certificates.get(i));
            }
            return trust(store);
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(option, path, e);
        }
    }

    /**
     * Trusts the certificates of a key store.
     *
     * @param option the option that names the file
     * @param path a PKCS#12 or JKS file
     * @param password its password
     * @return trust managers
     */
    public static TrustManager[] trustStore(String option, String path, String password) {
        try {
            return trust(load(option, path, password));
        } catch (GeneralSecurityException e) {
            throw unusable(option, path, e);
        }
    }

    /**
     * Appears with the certificate of a PEM file.
     *
     * @param certificatePath the file with the certificate and those that vouch for it
     * @param keyPath the file with its key; empty when it is in the same file
     * @param keyPassword the password of the key; empty when it is not encrypted
     * @return key managers
     */
    public static KeyManager[] keyPem(String certificatePath, String keyPath, String keyPassword) {
        PemFile certificates = PemFile.read("client_cert", certificatePath);
        PemFile keys = keyPath.isEmpty() ? certificates : PemFile.read("client_cert_key", keyPath);
        if (keyPath.isEmpty() && !keys.hasKey()) {
            throw new ConfigurationException("Option client_cert: " + certificatePath
                    + " holds no private key: option client_cert_key is needed");
        }
        PrivateKey key = keys.key(keyPassword);
        try {
            KeyStore store = empty();
            store.setKeyEntry("key", key, IN_MEMORY, certificates.certificates().toArray(new X509Certificate[0]));
            return keys(store, IN_MEMORY);
        } catch (GeneralSecurityException | IOException e) {
            throw unusable("client_cert", certificatePath, e);
        }
    }

    /**
     * Appears with the certificate of a key store.
     *
     * @param option the option that names the file
     * @param path a PKCS#12 or JKS file
     * @param password the password of the file and of the key in it
     * @return key managers
     */
    public static KeyManager[] keyStore(String option, String path, String password) {
        try {
            return keys(load(option, path, password), password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw unusable(option, path, e);
        }
    }

    private static KeyStore load(String option, String path, String password) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            // The JDK's PKCS12 also reads JKS files, and the other way round.
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw unusable(option, path, e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static TrustManager[] trust(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager[] keys(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static ConfigurationException unusable(String option, String path, Exception e) {
        return new ConfigurationException("Option " + option + ": the file " + path + " cannot be used: "
                + e.getClass().getSimpleName() + " (is the password right?)");
    }
}
