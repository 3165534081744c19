package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.config.NetworkOptions;
import io.chconnect.client.config.TokenProvider;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.AuthenticationException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logins by token, at the level of requests: the engine here knows no tokens. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LoginTest {
    private static final Reply REFUSED = Reply.http(
            403,
            Map.of("X-ClickHouse-Exception-Code", "516"),
            "Code: 516. DB::Exception: Authentication failed: token has expired. (AUTHENTICATION_FAILED)"
                    .getBytes(StandardCharsets.US_ASCII));
    private final Reply good;

    LoginTest(ClickHouseServer server) {
        good = RecordedResponse.record(
                        server.httpPort(),
                        "/?default_format=Native&client_protocol_version=54405",
                        Map.of(),
                        "SELECT 1 AS x")
                .reply();
    }

    @Test
    void anAccessTokenIsSent() {
        try (FaultyServer server = FaultyServer.start(good);
                Client client = Client.connect(server.url() + "?access_token=token-abc")) {
            client.query("SELECT 1 AS x").rows();
            assertThat(server.requests().get(0).headers()).containsEntry("authorization", "Bearer token-abc");
            assertThat(client.toString()).doesNotContain("token-abc");
        }
    }

    @Test
    void aTokenThatRanOutIsRenewedOnce() {
        Tokens tokens = new Tokens();
        try (FaultyServer server = accepting("token-2");
                Client client = client(server, tokens)) {
            assertThat(client.query("SELECT 1 AS x").rows()).hasSize(1);
            assertThat(client.query("SELECT 1 AS x").rows()).hasSize(1);
            assertThat(tokens.given).hasValue(2);
            assertThat(authorizations(server)).containsExactly("Bearer token-1", "Bearer token-2", "Bearer token-2");
        }
    }

    @Test
    void aCommandIsSentAgainToo() {
        Tokens tokens = new Tokens();
        Reply nothing = Reply.text(200, "text/tab-separated-values; charset=UTF-8", "");
        try (FaultyServer server = accepting("token-2", nothing);
                Client client = client(server, tokens)) {
            client.command("CREATE TABLE t (x Int8) ENGINE Memory");
            assertThat(authorizations(server)).containsExactly("Bearer token-1", "Bearer token-2");
        }
    }

    @Test
    void aSecondRefusalSurfaces() {
        Tokens tokens = new Tokens();
        try (FaultyServer server = FaultyServer.start(REFUSED);
                Client client = client(server, tokens)) {
            AuthenticationException failure =
                    catchThrowableOfType(AuthenticationException.class, () -> client.query("SELECT 1"));
            assertThat(failure.code()).isEqualTo(516);
            assertThat(tokens.given).hasValue(2);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void manyThreadsShareOneNewToken() {
        Tokens tokens = new Tokens();
        try (FaultyServer server = accepting("token-2");
                Client client = client(server, tokens)) {
            List<CompletableFuture<Integer>> running = IntStream.range(0, 16)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> client.query("SELECT 1 AS x").rows().size()))
                    .toList();
            assertThat(running).allSatisfy(future -> assertThat(future.join()).isEqualTo(1));
            assertThat(tokens.given).hasValue(2);
        }
    }

    @Test
    void aPasswordIsNotRenewed() {
        try (FaultyServer server = FaultyServer.start(REFUSED);
                Client client = Client.connect("http://ann:pw-of-ann@127.0.0.1:" + server.port())) {
            assertThatThrownBy(() -> client.query("SELECT 1")).isInstanceOf(AuthenticationException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aProviderWithoutATokenIsTold() {
        try (FaultyServer server = FaultyServer.start(good);
                Client client = Client.builder()
                        .url(server.url())
                        .option(NetworkOptions.TOKEN_PROVIDER, () -> "")
                        .build()) {
            assertThatThrownBy(() -> client.query("SELECT 1"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("token provider");
        }
    }

    @Test
    void twoWaysToLogInAreOneTooMany() {
        assertThatThrownBy(() -> Client.connect("http://ann:pw-of-ann@localhost?access_token=token-abc"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("access_token")
                .hasMessageNotContaining("pw-of-ann")
                .hasMessageNotContaining("token-abc");
    }

    private FaultyServer accepting(String token) {
        return accepting(token, good);
    }

    private static FaultyServer accepting(String token, Reply answer) {
        return FaultyServer.choosing(
                request -> ("Bearer " + token).equals(request.headers().get("authorization")) ? answer : REFUSED);
    }

    private static List<String> authorizations(FaultyServer server) {
        return server.requests().stream()
                .map(request -> request.headers().get("authorization"))
                .toList();
    }

    private static Client client(FaultyServer server, TokenProvider tokens) {
        return Client.builder()
                .url(server.url())
                .option(NetworkOptions.TOKEN_PROVIDER, tokens)
                .build();
    }

    private static final class Tokens implements TokenProvider {
        private final AtomicInteger given = new AtomicInteger();

        @Override
        public String token() {
            return "token-" + given.incrementAndGet();
        }
    }
}
