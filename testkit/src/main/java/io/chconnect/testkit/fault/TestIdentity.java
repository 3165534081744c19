package io.chconnect.testkit.fault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A key with its certificate, made on the spot: an authority of its own, or signed by one. Immutable. */
public final class TestIdentity {
    private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
    private static final byte[] COMMON_NAME = Der.oid(2, 5, 4, 3);
    private static final byte[] BASIC_CONSTRAINTS = Der.oid(2, 5, 29, 19);
    private static final byte[] ALTERNATIVE_NAMES = Der.oid(2, 5, 29, 17);
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    private final KeyPair keys;
    private final X509Certificate certificate;

    private TestIdentity(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /**
     * Makes an authority.
     *
     * @param name its common name
     * @return a new identity
     */
    public static TestIdentity authority(String name) {
        try {
            KeyPair keys = newKeys();
            byte[] extension =
                    Der.sequence(BASIC_CONSTRAINTS, Der.bool(true), Der.octets(Der.sequence(Der.bool(true))));
            return new TestIdentity(keys, certificate(name, keys, name, keys.getPrivate(), extension));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes an identity that this authority vouches for.
     *
     * @param name its common name
     * @param hosts the host names and addresses it is for; none for a client
     * @return a new identity
     */
    public TestIdentity sign(String name, String... hosts) {
        try {
            KeyPair own = newKeys();
            List<byte[]> names = new ArrayList<>();
            for (String host : hosts) {
                names.add(
                        host.matches("[0-9.]+")
                                ? Der.value(
                                        IP_ADDRESS, InetAddress.getByName(host).getAddress())
                                : Der.value(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII)));
            }
            byte[] extension = names.isEmpty()
                    ? new byte[0]
                    : Der.sequence(ALTERNATIVE_NAMES, Der.octets(Der.sequence(names.toArray(new byte[0][]))));
            String issuer = certificate.getSubjectX500Principal().getName().substring(3);
            return new TestIdentity(own, certificate(name, own, issuer, keys.getPrivate(), extension));
        } catch (GeneralSecurityException | UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The certificate.
     *
     * @return never null
     */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * The certificate as PEM.
     *
     * @return text with line ends
     */
    public String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The private key as PEM (PKCS#8, not encrypted).
     *
     * @return text with line ends
     */
    public String keyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /**
     * Key and certificate in a PKCS#12 store.
     *
     * @param password the password of store and key
     * @return a new store
     */
    public KeyStore keyStore(String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("key", keys.getPrivate(), password.toCharArray(), new X509Certificate[] {certificate});
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The certificate alone in a store of trusted ones.
     *
     * @return a new store
     */
    public KeyStore trustStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("trusted", certificate);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String name, KeyPair keys, String issuer, PrivateKey signer, byte[] extension)
            throws GeneralSecurityException {
        Instant now = Instant.now();
        byte[] body = Der.sequence(
                Der.value(0xA0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(63, new SecureRandom())),
                ECDSA_SHA256,
                name(issuer),
                Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(Duration.ofDays(30)))),
                name(name),
                keys.getPublic().getEncoded(),
                extension.length == 0 ? new byte[0] : Der.value(0xA3, Der.sequence(extension)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer);
        signature.update(body);
        byte[] whole = Der.sequence(body, ECDSA_SHA256, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text(commonName))));
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
