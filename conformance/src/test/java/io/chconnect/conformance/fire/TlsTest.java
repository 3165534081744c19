package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.ClientBuilder;
import io.chconnect.client.config.NetworkOptions;
import io.chconnect.client.config.TlsMode;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.fault.TestIdentity;
import io.chconnect.testkit.fault.TlsTerminator;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS in all the ways it is configured, through a terminator before a real server. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TlsTest {
    private static final TestIdentity AUTHORITY = TestIdentity.authority("Test Authority");
    private static final TestIdentity SERVER = AUTHORITY.sign("server", "localhost", "127.0.0.1", "db.internal");
    private static final TestIdentity CLIENT = AUTHORITY.sign("ann");

    private final ClickHouseServer server;

    @TempDir
    Path directory;

    TlsTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void aCertificateNobodyVouchesForIsRefused() {
        try (TlsTerminator tls = TlsTerminator.start(server.httpPort(), SERVER, null);
                Client client = Client.connect("https://localhost:" + tls.port())) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> client.query("SELECT 1"));
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("TLS").hasCauseInstanceOf(SSLException.class);
        }
    }

    @Test
    void aPemFileOfAuthoritiesIsTrusted() throws IOException {
        try (TlsTerminator tls = TlsTerminator.start(server.httpPort(), SERVER, null)) {
            works(trusting(tls.port()));
        }
    }

    @Test
    void aTrustStoreIsTrusted() throws Exception {
        Path file = store("trust.p12", AUTHORITY.trustStore(), "pw-trust");
        try (TlsTerminator tls = TlsTerminator.start(server.httpPort(), SERVER, null)) {
            works(Client.builder()
                    .url("https://127.0.0.1:" + tls.port())
                    .option(NetworkOptions.TRUST_STORE, file.toString())
                    .option(NetworkOptions.TRUST_STORE_PASSWORD, "pw-trust"));
            assertThatThrownBy(() -> Client.builder()
                            .url("https://127.0.0.1:" + tls.port())
                            .option(NetworkOptions.TRUST_STORE, file.toString())
                            .option(NetworkOptions.TRUST_STORE_PASSWORD, "pw-not-trust")
                            .build())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("trust.p12")
                    .hasMessageNotContaining("pw-not-trust");
        }
    }

    @Test
    void anSslContextOfTheProgramIsUsed() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(AUTHORITY.trustStore());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (TlsTerminator tls = TlsTerminator.start(server.httpPort(), SERVER, null)) {
            works(Client.builder()
                    .url("https://localhost:" + tls.port())
                    .option(NetworkOptions.SSL_CONTEXT, Optional.of(context)));
        }
    }

    @Test
    void checkingCanBeSwitchedOff() {
        TestIdentity stranger = TestIdentity.authority("Somebody").sign("elsewhere", "elsewhere.example");
        try (TlsTerminator tls = TlsTerminator.start(server.httpPort(), stranger, null)) {
            works(Client.builder().url("https://localhost:" + tls.port() + "?verify=false"));
        }
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws IOException {
        TestIdentity other = AUTHORITY.sign("other", "other.example");
        try (TlsTerminator tls = TlsTerminator.start(server.httpPort(), other, null);
                Client client = trusting(tls.port()).build()) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> client.query("SELECT 1"));
            assertThat(failure).hasMessageContaining("TLS").hasCauseInstanceOf(SSLException.class);
        }
    }

    @Test
    void theRealNameOfATunnelledServerIsCheckedAndSent() throws IOException {
        RecordedResponse one = RecordedResponse.record(
                server.httpPort(), "/?default_format=Native&client_protocol_version=54405", Map.of(), "SELECT 1 AS x");
        try (FaultyServer plain = FaultyServer.start(one.reply());
                TlsTerminator tls = TlsTerminator.start(plain.port(), SERVER, null);
                Client client = trusting(tls.port())
                        .option(NetworkOptions.SERVER_HOST_NAME, "db.internal")
                        .build()) {
            assertThat(client.query("SELECT 1 AS x").rows()).hasSize(1);
            assertThat(tls.serverNames()).containsExactly("db.internal");
            assertThat(plain.requests().get(0).headers()).containsEntry("host", "db.internal");
        }
        try (TlsTerminator tls = TlsTerminator.start(server.httpPort(), SERVER, null);
                Client wrong = trusting(tls.port())
                        .option(NetworkOptions.SERVER_HOST_NAME, "db.external")
                        .build()) {
            assertThatThrownBy(() -> wrong.query("SELECT 1")).isInstanceOf(ConnectionException.class);
        }
    }

    @Test
    void aClientCertificateIsShown() throws Exception {
        Path both = write("both.pem", CLIENT.certificatePem() + CLIENT.keyPem());
        Path certificate = write("cert.pem", CLIENT.certificatePem());
        Path key = write("key.pem", CLIENT.keyPem());
        Path store = store("client.p12", CLIENT.keyStore("pw-client"), "pw-client");
        try (TlsTerminator tls = TlsTerminator.start(server.httpPort(), SERVER, AUTHORITY)) {
            ClientBuilder strict = trusting(tls.port()).option(NetworkOptions.TLS_MODE, TlsMode.STRICT);
            works(strict.option(NetworkOptions.CLIENT_CERT, both.toString()));
            works(strict.option(NetworkOptions.CLIENT_CERT, certificate.toString())
                    .option(NetworkOptions.CLIENT_CERT_KEY, key.toString()));
            works(trusting(tls.port())
                    .option(NetworkOptions.TLS_MODE, TlsMode.PROXY)
                    .option(NetworkOptions.KEY_STORE, store.toString())
                    .option(NetworkOptions.KEY_STORE_PASSWORD, "pw-client"));
            // Pings have connections of their own.
            assertThat(tls.clients()).containsOnly("CN=ann").hasSize(2 * 3);
            try (Client without = trusting(tls.port()).build()) {
                assertThatThrownBy(() -> without.query("SELECT 1")).isInstanceOf(ClickHouseException.class);
            }
        }
    }

    @Test
    void aClientCertificateLogsInByItself() throws Exception {
        Path both = write("both.pem", CLIENT.certificatePem() + CLIENT.keyPem());
        RecordedResponse one = RecordedResponse.record(
                server.httpPort(), "/?default_format=Native&client_protocol_version=54405", Map.of(), "SELECT 1 AS x");
        try (FaultyServer plain = FaultyServer.start(one.reply());
                TlsTerminator tls = TlsTerminator.start(plain.port(), SERVER, AUTHORITY)) {
            try (Client client = trusting(tls.port())
                    .user("ann", "")
                    .option(NetworkOptions.CLIENT_CERT, both.toString())
                    .build()) {
                client.query("SELECT 1 AS x").rows();
                assertThat(plain.requests().get(0).headers())
                        .containsEntry("x-clickhouse-user", "ann")
                        .containsEntry("x-clickhouse-ssl-certificate-auth", "on")
                        .doesNotContainKey("authorization");
            }
            try (Client client = trusting(tls.port())
                    .option(NetworkOptions.CLIENT_CERT, both.toString())
                    .option(NetworkOptions.TLS_MODE, TlsMode.STRICT)
                    .user("ann", "pw-of-ann")
                    .build()) {
                client.query("SELECT 1 AS x").rows();
                assertThat(plain.requests().get(1).headers())
                        .containsKey("authorization")
                        .doesNotContainKey("x-clickhouse-ssl-certificate-auth");
            }
        }
    }

    @Test
    void certificateFilesThatCannotBeUsedAreNamed() throws IOException {
        Path noKey = write("nokey.pem", CLIENT.certificatePem());
        Path noCertificate = write("empty.pem", "nothing\n");
        assertThatThrownBy(() -> trusting(1)
                        .option(NetworkOptions.CLIENT_CERT, noKey.toString())
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nokey.pem")
                .hasMessageContaining("client_cert_key");
        assertThatThrownBy(() -> Client.builder()
                        .url("https://localhost")
                        .option(NetworkOptions.CA_CERT, noCertificate.toString())
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> Client.builder()
                        .url("https://localhost")
                        .option(
                                NetworkOptions.CA_CERT,
                                directory.resolve("missing.pem").toString())
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("missing.pem");
        assertThatThrownBy(() -> Client.connect("https://localhost?tls_mode=mutual"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("client_cert");
    }

    @Test
    void plainAnswersOnATlsPortAndTheOtherWayRoundAreClear() {
        try (Client client = Client.connect("https://127.0.0.1:" + server.httpPort())) {
            assertThatThrownBy(() -> client.query("SELECT 1"))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("TLS");
        }
        try (TlsTerminator tls = TlsTerminator.start(server.httpPort(), SERVER, null);
                Client client = Client.connect("http://127.0.0.1:" + tls.port() + "?retries=0")) {
            assertThatThrownBy(() -> client.query("SELECT 1")).isInstanceOf(ConnectionException.class);
        }
    }

    private ClientBuilder trusting(int port) throws IOException {
        return Client.builder()
                .url("https://localhost:" + port)
                .option(
                        NetworkOptions.CA_CERT,
                        write("ca.pem", AUTHORITY.certificatePem()).toString());
    }

    private static void works(ClientBuilder builder) {
        try (Client client = builder.build()) {
            assertThat(client.query("SELECT number FROM numbers(100000)").rows())
                    .hasSize(100_000);
            assertThat(client.ping()).isTrue();
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Path store(String name, KeyStore store, String password) throws Exception {
        Path file = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }
}
