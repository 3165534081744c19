package io.chconnect.client.internal.net;

import io.chconnect.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads certificates and private keys from PEM files. Messages name the file and never show what is in it. */
final class PemFile {
    private static final Pattern SECTION =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);
    private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA", "DSA");

    private final Path path;
    private final String text;

    private PemFile(Path path, String text) {
        this.path = path;
        this.text = text;
    }

    static PemFile read(String option, String path) {
        try {
            Path file = Path.of(path);
            return new PemFile(file, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "Option " + option + ": the file " + path + " cannot be read: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    /** All certificates, in the order of the file. */
    List<X509Certificate> certificates() {
        List<X509Certificate> found = new ArrayList<>();
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            if (section.group(1).endsWith("CERTIFICATE")) {
                found.add(certificate(decode(section.group(2))));
            }
        }
        if (found.isEmpty()) {
            throw new ConfigurationException(path + " holds no certificate: expected a section BEGIN CERTIFICATE");
        }
        return found;
    }

    boolean hasKey() {
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            if (section.group(1).endsWith("PRIVATE KEY")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first private key.
     *
     * @param password decrypts it; empty when it is not encrypted
     */
    PrivateKey key(String password) {
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            String kind = section.group(1);
            if (kind.endsWith("PRIVATE KEY")) {
                return key(kind, section.group(2), password);
            }
        }
        throw new ConfigurationException(path + " holds no private key: expected a section BEGIN PRIVATE KEY");
    }

    private PrivateKey key(String kind, String content, String password) {
        if (content.contains("Proc-Type:")) {
            throw new ConfigurationException(
                    path + " holds a key in an old encrypted form:" + " convert it with \"openssl pkcs8 -topk8\"");
        }
        byte[] bytes = decode(content);
        return switch (kind) {
            case "PRIVATE KEY" -> key(bytes);
            case "RSA PRIVATE KEY" -> key(Pkcs8.ofRsa(bytes));
            case "EC PRIVATE KEY" -> key(Pkcs8.ofEc(bytes));
            case "ENCRYPTED PRIVATE KEY" -> key(decrypt(bytes, password));
            default ->
                throw new ConfigurationException(
                        path + " holds a " + kind + ": expected PKCS#8, PKCS#1 (RSA) or SEC1 (EC)");
        };
    }

    private PrivateKey key(byte[] pkcs8) {
        for (String algorithm : KEY_ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException e) {
                // It is a key of another algorithm.
            }
        }
        throw new ConfigurationException(path + " holds a private key that is none of " + KEY_ALGORITHMS);
    }

    private byte[] decrypt(byte[] encrypted, String password) {
        if (password.isEmpty()) {
            throw new ConfigurationException(path + " holds an encrypted key: option client_cert_password is needed");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
            // The name alone says "PBES2"; the parameters name the ciphers.
            String algorithm = info.getAlgParameters() == null
                    ? info.getAlgName()
                    : info.getAlgParameters().toString();
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())),
                    info.getAlgParameters());
            return info.getKeySpec(cipher).getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new ConfigurationException(path + " holds a key that client_cert_password does not decrypt: "
                    + e.getClass().getSimpleName());
        }
    }

    private X509Certificate certificate(byte[] bytes) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw new ConfigurationException(path + " holds a certificate that cannot be read: " + e.getMessage(), e);
        }
    }

    private byte[] decode(String content) {
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(path + " holds a section that is not in base 64");
        }
    }
}
