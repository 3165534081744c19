package io.chconnect.client.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemFileTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256", "EC, 384", "Ed25519, 255"})
    void pkcs8IsRead(String algorithm, int size) throws Exception {
        KeyPair keys = keys(algorithm, size);
        assertThat(read("PRIVATE KEY", keys.getPrivate().getEncoded(), ""))
                .isEqualTo(keys.getPrivate().getEncoded());
    }

    @Test
    void rsaInItsOwnFormIsRead() throws Exception {
        byte[] pkcs8 = keys("RSA", 2048).getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        assertThat(read("RSA PRIVATE KEY", pkcs1, "")).isEqualTo(pkcs8);
    }

    @Test
    void anEllipticCurveInItsOwnFormIsRead() throws Exception {
        // openssl ecparam -name prime256v1 -genkey
        String sec1 = "MHcCAQEEIIrYSSNQFaA2Hwf1duRSxKtLYX5CB04fSeQ6tF1aY/PuoAoGCCqGSM49"
                + "AwEHoUQDQgAEPR3tU2Fta9ktY+6P9G0cWO+0kETA6SFs38GecTyudlHz6xvCdz8q"
                + "EKTcWGekdmdDPsHloRNtsiCa697B2O9IFA==";
        assertThat(read("EC PRIVATE KEY", Base64.getDecoder().decode(sec1), "")).isNotEmpty();
    }

    @Test
    void anEncryptedKeyIsReadWithItsPasswordAlone() throws Exception {
        byte[] pkcs8 = keys("EC", 256).getPrivate().getEncoded();
        byte[] encrypted = encrypt(pkcs8, "pw-of-key");
        assertThat(read("ENCRYPTED PRIVATE KEY", encrypted, "pw-of-key")).isEqualTo(pkcs8);
        assertThatThrownBy(() -> read("ENCRYPTED PRIVATE KEY", encrypted, "pw-wrong"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("client_cert_password")
                .hasMessageNotContaining("pw-wrong");
        assertThatThrownBy(() -> read("ENCRYPTED PRIVATE KEY", encrypted, ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("client_cert_password is needed");
    }

    @Test
    void whatIsNoKeyIsRefusedAndNotShown() {
        assertThatThrownBy(() -> read("PRIVATE KEY", new byte[] {1, 2, 3}, ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("key.pem")
                .hasMessageNotContaining("AQID");
        assertThatThrownBy(() -> read("OPENSSH PRIVATE KEY", new byte[] {1, 2, 3}, ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OPENSSH PRIVATE KEY");
    }

    private byte[] read(String kind, byte[] content, String password) throws IOException {
        String text = "Bag Attributes\n-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
        Path file = Files.writeString(directory.resolve("key.pem"), text);
        return PemFile.read("client_cert", file.toString()).key(password).getEncoded();
    }

    private static KeyPair keys(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static byte[] encrypt(byte[] pkcs8, String password) throws GeneralSecurityException, IOException {
        String algorithm = "PBEWithHmacSHA256AndAES_256";
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())));
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(pkcs8)).getEncoded();
    }
}
