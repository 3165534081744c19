package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.config.NetworkOptions;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.testkit.fault.TestIdentity;
import io.chconnect.testkit.fault.TestProxy;
import io.chconnect.testkit.fault.TlsTerminator;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways through a proxy. The proxy leads every name to this machine, so that names show who resolves them. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProxyTest {
    private static final TestIdentity SERVER =
            TestIdentity.authority("Test Authority").sign("server", "db.invalid");
    private final ClickHouseServer server;

    ProxyTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void plainRequestsAreForwarded() {
        try (TestProxy proxy = TestProxy.start("joe", "pw: of joe");
                Client client = client(
                        "http://db.invalid:" + server.httpPort(),
                        "http://joe:pw%3A%20of%20joe@127.0.0.1:" + proxy.port())) {
            assertThat(client.query("SELECT 1").rows()).hasSize(1);
            assertThat(client.ping()).isTrue();
            assertThat(proxy.targets().get(0)).startsWith("POST http://db.invalid:" + server.httpPort() + "/?");
        }
    }

    @Test
    void tlsGoesThroughATunnel() {
        try (TestProxy proxy = TestProxy.start("joe", "pw-of-joe");
                TlsTerminator tls = TlsTerminator.start(server.httpPort(), SERVER, null);
                Client client = client(
                        "https://db.invalid:" + tls.port() + "?verify=false",
                        "joe:pw-of-joe@127.0.0.1:" + proxy.port())) {
            assertThat(client.query("SELECT 1").rows()).hasSize(1);
            assertThat(client.ping()).isTrue();
            assertThat(proxy.targets()).containsOnly("CONNECT db.invalid:" + tls.port());
            assertThat(tls.serverNames()).containsOnly("db.invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void socksCarriesPlainRequestsAndTls(boolean secure) {
        try (TestProxy proxy = TestProxy.start("joe", "pw-of-joe");
                TlsTerminator tls = TlsTerminator.start(server.httpPort(), SERVER, null);
                Client client = client(
                        secure
                                ? "https://db.invalid:" + tls.port() + "?verify=false"
                                : "http://db.invalid:" + server.httpPort(),
                        "socks5://joe:pw-of-joe@127.0.0.1:" + proxy.port())) {
            assertThat(client.query("SELECT number FROM numbers(100000)").rows())
                    .hasSize(100_000);
            assertThat(client.ping()).isTrue();
            assertThat(proxy.targets()).contains("SOCKS db.invalid:" + (secure ? tls.port() : server.httpPort()));
        }
    }

    @Test
    void socksNeedsNoLoginWhereTheProxyWantsNone() {
        try (TestProxy proxy = TestProxy.start();
                Client client =
                        client("http://db.invalid:" + server.httpPort(), "socks5://127.0.0.1:" + proxy.port())) {
            assertThat(client.query("SELECT 1").rows()).hasSize(1);
        }
    }

    @Test
    void aProxyThatDoesNotLetUsThroughIsNamedAndItsPasswordIsNot() {
        try (TestProxy proxy = TestProxy.start("joe", "pw-of-joe")) {
            for (String way : new String[] {"http://joe:pw-wrong-one@", "socks5://joe:pw-wrong-one@", "socks5://"}) {
                try (Client client = client("https://db.invalid:1", way + "127.0.0.1:" + proxy.port())) {
                    ConnectionException failure =
                            catchThrowableOfType(ConnectionException.class, () -> client.query("SELECT 1"));
                    assertThat(failure.outcome()).isEqualTo(StatementOutcome.NOT_SENT);
                    assertThat(failure)
                            .hasMessageContaining("proxy 127.0.0.1:" + proxy.port())
                            .hasMessageNotContaining("pw-wrong-one");
                }
            }
        }
    }

    @Test
    void aServerTheProxyCannotReachIsNamed() {
        int closed = ClickHouseServer.freePort();
        try (TestProxy proxy = TestProxy.start();
                Client client = client("http://db.invalid:" + closed, "socks5://127.0.0.1:" + proxy.port())) {
            assertThatThrownBy(() -> client.query("SELECT 1"))
                    .hasMessageContaining("db.invalid:" + closed)
                    .hasMessageContaining("refused");
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() {
        int closed = ClickHouseServer.freePort();
        try (Client client = client("http://db.invalid:8123", "http://127.0.0.1:" + closed)) {
            assertThatThrownBy(() -> client.query("SELECT 1"))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("proxy 127.0.0.1:" + closed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://joe:pw-of-joe@host", "http://", "http://joe:pw-of-joe@:1", "http://joe:pw-of-joe@a b"})
    void aProxyThatIsNoneIsRefusedWithoutShowingItsPassword(String proxy) {
        assertThatThrownBy(() -> client("http://localhost", proxy))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("proxy")
                .hasMessageNotContaining("pw-of-joe");
    }

    private static Client client(String url, String proxy) {
        return Client.builder().url(url).option(NetworkOptions.PROXY, proxy).build();
    }
}
