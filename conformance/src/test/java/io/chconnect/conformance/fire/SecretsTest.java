package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RawResult;
import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.ConnectionUrl;
import io.chconnect.client.config.NetworkOptions;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.ServerOptions;
import io.chconnect.engine.ServerUser;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.fault.Answer;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.ReceivedRequest;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.testkit.fault.TestProxy;
import io.chconnect.testkit.logs.TraceLogs;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Passwords, tokens and values of parameters are shown nowhere: not in errors, texts of objects, or any log. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SecretsTest {
    private static final String[] SECRETS = {"pw-", "token-", "cHctb2YtYW5u", "YW5uOnB3"};
    private final ClickHouseServer server;
    private final List<Throwable> failures = new ArrayList<>();

    SecretsTest(ClickHouseServer server) {
        this.server = server;
    }

    @AfterEach
    void noFailureShowsASecret() {
        assertThat(failures).isNotEmpty();
        failures.forEach(failure -> assertThat(wholeText(failure)).doesNotContain(SECRETS));
    }

    @AfterAll
    static void noLogShowsASecret() {
        assertThat(TraceLogs.leaks()).isEmpty();
        assertThat(TraceLogs.last())
                .as("HttpClient's own loggers are heard")
                .anyMatch(event -> event.startsWith("org.apache.hc"));
    }

    @Test
    void ofAServer() {
        ServerOptions options = ServerOptions.builder()
                .user(ServerUser.named("ann").withPassword("pw-of-ann"))
                .build();
        try (ClickHouseServer own = ClickHouseServer.start(options);
                Client right = Client.connect("http://ann:pw-of-ann@127.0.0.1:" + own.httpPort());
                Client wrong = Client.connect("http://ann:pw-of-ann-mistyped@127.0.0.1:" + own.httpPort())) {
            right.query(request -> request.sql("SELECT {secret:String}").parameter("secret", "pw-value"))
                    .rows();
            fail(() -> wrong.query("SELECT 1"));
            fail(() -> right.query(request ->
                    request.sql("SELECT {number:UInt64}").parameter("number", "pw-value-that-is-no-number")));
            fail(() -> right.query(request ->
                    request.sql("SELECT throwIf(1, {text:String})").parameter("text", "pw-value-in-a-message")));
            assertThat(right + "" + wrong).doesNotContain(SECRETS);
        }
    }

    @Test
    void ofErrorsBehindData() {
        try (Client client = Client.connect(server.url())) {
            String sql = "SELECT number, throwIf(number = 100000, {text:String}) FROM numbers(1000000)";
            fail(() -> {
                try (QueryResult result = client.query(request ->
                        request.sql(sql).setting("max_block_size", 1000).parameter("text", "pw-value-of-ann"))) {
                    assertThat(result.stream()).isNotEmpty();
                }
            });
            fail(() -> {
                try (RawResult result = client.rawQuery(
                        "JSONEachRow",
                        request -> request.sql(sql)
                                .setting("max_block_size", 1000)
                                .parameter("text", "pw-value-of-ann"))) {
                    result.bytes();
                }
            });
            assertThat(failures)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOf(ServerException.class)
                            .hasMessageContaining("***"));
        }
    }

    @Test
    void ofAnAnswerThatIsNone() {
        Answer echo = peer -> {
            byte[] text = "POST /?param_secret=pw-value HTTP/1.1\r\nAuthorization: Basic YW5uOnB3\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
            peer.write(text, 0, text.length);
            peer.close();
        };
        try (FaultyServer mirror = FaultyServer.start(echo);
                Client client = Client.connect("http://ann:pw-of-ann@127.0.0.1:" + mirror.port())) {
            fail(() -> client.query(
                    request -> request.sql("SELECT {secret:String}").parameter("secret", "pw-value")));
        }
    }

    @Test
    void ofAServerThatRepeatsWhatItWasSent() {
        Function<ReceivedRequest, Answer> echo = request -> Reply.text(
                500,
                "text/html",
                "<p>" + request.target() + " " + request.headers().get("authorization") + "</p>");
        try (FaultyServer mirror = FaultyServer.choosing(echo);
                Client client = Client.connect("http://ann:pw-of-ann@127.0.0.1:" + mirror.port())) {
            fail(() -> client.query(
                    request -> request.sql("SELECT {secret:String}").parameter("secret", "pw-value")));
            assertThat(failures.get(0)).hasMessageContaining("param_secret=***");
        }
        Function<ReceivedRequest, Answer> error = request -> Reply.http(
                500,
                Map.of("X-ClickHouse-Exception-Code", "99"),
                ("Code: 99. DB::Exception: " + request.target()).getBytes(StandardCharsets.UTF_8));
        try (FaultyServer mirror = FaultyServer.choosing(error);
                Client client = Client.connect(mirror.url() + "?access_token=token-of-ann")) {
            fail(() -> client.query(
                    request -> request.sql("SELECT {secret:String}").parameter("secret", "pw-value")));
        }
    }

    @Test
    void ofConnectionsThatFail() {
        try (TestProxy proxy = TestProxy.start("joe", "pw-of-joe");
                Client refused = Client.builder()
                        .url("http://ann:pw-of-ann@127.0.0.1:" + ClickHouseServer.freePort())
                        .build();
                Client throughProxy = Client.builder()
                        .url("https://ann:pw-of-ann@localhost:" + server.httpPort())
                        .option(NetworkOptions.PROXY, "http://joe:pw-of-joe@127.0.0.1:" + proxy.port())
                        .build();
                Client notLetThrough = Client.builder()
                        .url("https://ann:pw-of-ann@localhost:" + server.httpPort())
                        .option(NetworkOptions.PROXY, "http://joe:pw-wrong@127.0.0.1:" + proxy.port())
                        .build()) {
            fail(() -> refused.query("SELECT 1"));
            fail(() -> throughProxy.query("SELECT 1"));
            fail(() -> notLetThrough.query("SELECT 1"));
        }
    }

    @Test
    void ofConfigurationsThatAreWrong() {
        for (String url : List.of(
                "http://ann:pw-of-ann@local host",
                "http://ann:pw-of-ann%@localhost",
                "http://ann:pw-of-ann@localhost:pw-port",
                "http://localhost?access_token=token-x&password=pw-of-ann",
                "http://localhost?key_store=/no/such/file&key_store_password=pw-of-store",
                "http://ann:pw-1/of@localhost?proxy=ftp://joe:pw-of-joe@host",
                "http://ann:1234/pw-of-ann@localhost",
                "http://ann:1234?pw-of-ann@localhost",
                "http://localhost?proxy=ftp://joe:pw-of-joe@host",
                "http://localhost?endpoints=ann:pw-of-ann@other:pw-of-ann")) {
            fail(() -> Client.connect(url));
        }
        ClientConfig config = ConnectionUrl.parse("http://ann:pw-of-ann@localhost?access_token=token-x"
                + "&proxy=http://joe:pw-of-joe@host&client_cert_password=pw-of-key&key_store_password=pw-of-store"
                + "&trust_store_password=pw-of-trust");
        assertThat(config.toString()).contains("ann").doesNotContain(SECRETS);
    }

    private void fail(Runnable action) {
        try {
            action.run();
        } catch (ClickHouseException e) {
            failures.add(e);
            return;
        }
        throw new AssertionError("it did not fail");
    }

    private static String wholeText(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.toString());
        for (Throwable suppressed : failure.getSuppressed()) {
            text.append('\n').append(wholeText(suppressed));
        }
        if (failure.getCause() != null) {
            text.append('\n').append(wholeText(failure.getCause()));
        }
        return text.toString();
    }
}
