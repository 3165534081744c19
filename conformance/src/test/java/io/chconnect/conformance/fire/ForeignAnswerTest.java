package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.config.Options;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.ServerException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.testkit.fault.Answer;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are not what ClickHouse says are shown as what they are. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ForeignAnswerTest {
    private static final String PAGE = "<html><body><h1>Gateway of the company</h1></body></html>";

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 403, 404, 407, 500})
    void thePageOfAProxyIsShown(int status) {
        ConnectionException failure = failure(Reply.text(status, "text/html", PAGE), ConnectionException.class);
        assertThat(failure)
                .hasMessageContaining("status " + status)
                .hasMessageContaining("text/html")
                .hasMessageContaining("Gateway of the company");
        assertThat(failure.retryable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aServerUnderLoadHasNotRunTheStatement(int status) {
        ConnectionException failure =
                failure(Reply.text(status, "text/plain", "please come back later"), ConnectionException.class);
        assertThat(failure.outcome()).isEqualTo(StatementOutcome.REJECTED);
        assertThat(failure).hasMessageContaining("please come back later");
    }

    @Test
    void aCommandIsNotFooledByAPageWithStatus200() {
        try (FaultyServer server = FaultyServer.start(Reply.text(200, "text/html", PAGE));
                Client client = Client.connect(server.url())) {
            ClickHouseException failure =
                    catchThrowableOfType(ClickHouseException.class, () -> client.command("CREATE TABLE t (a Int8)"));
            assertThat(failure).hasMessageContaining("Gateway of the company");
        }
    }

    @Test
    void textInsteadOfBlocksIsShown() {
        Reply reply = Reply.text(200, "text/plain", "Welcome to the captive portal, please log in first");
        assertThat(failure(reply, ClickHouseException.class)).hasMessageContaining("captive portal");
    }

    @Test
    void anotherProtocolIsShown() {
        Reply reply = Reply.of("SSH-2.0-OpenSSH_9.6\r\n".getBytes(StandardCharsets.US_ASCII))
                .thenClose();
        assertThat(failure(reply, ConnectionException.class)).hasMessageContaining("SSH-2.0-OpenSSH_9.6");
    }

    @Test
    void anUnknownContentEncodingIsNamed() {
        Map<String, String> headers = Map.of("Content-Encoding", "x-rot13", "X-ClickHouse-Format", "Native");
        Reply reply = Reply.http(200, headers, "uryyb".getBytes(StandardCharsets.US_ASCII));
        assertThat(failure(reply, ClickHouseException.class)).hasMessageContaining("x-rot13");
    }

    @Test
    void anExceptionCodeAfterStatus200IsAnError() {
        Map<String, String> headers = Map.of("X-ClickHouse-Exception-Code", "395", "X-ClickHouse-Query-Id", "q-1");
        byte[] text =
                "Code: 395. DB::Exception: too late. (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO) (version 26.7.2.1 (official build))\n"
                        .getBytes(StandardCharsets.US_ASCII);
        ServerException failure = failure(Reply.http(200, headers, text), ServerException.class);
        assertThat(failure.code()).isEqualTo(395);
        assertThat(failure.name()).isEqualTo("FUNCTION_THROW_IF_VALUE_IS_NON_ZERO");
        assertThat(failure.version()).isEqualTo("26.7.2.1 (official build)");
        assertThat(failure.queryId()).isEqualTo("q-1");
        assertThat(failure).hasMessageContaining("too late");
    }

    @Test
    void aHugeErrorTextIsCut() {
        String text = "Code: 1. DB::Exception: " + "x".repeat(3_400_000);
        ServerException failure =
                failure(Reply.http(500, Map.of(), text.getBytes(StandardCharsets.US_ASCII)), ServerException.class);
        assertThat(failure.getMessage().length()).isLessThan(20_000);
    }

    @Test
    void anEndlessHeadIsRefused() {
        Answer endless = peer -> {
            byte[] line = "X-Filler: 0123456789\r\n".getBytes(StandardCharsets.US_ASCII);
            peer.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII), 0, 17);
            while (!Thread.currentThread().isInterrupted()) {
                peer.write(line, 0, line.length);
            }
        };
        assertThat(failure(endless, ClickHouseException.class)).hasMessageContaining("headers");
    }

    @Test
    void anEndlessHeaderLineIsRefused() {
        Answer endless = peer -> {
            byte[] piece = "0123456789".repeat(1000).getBytes(StandardCharsets.US_ASCII);
            peer.write("HTTP/1.1 200 OK\r\nX-Filler: ".getBytes(StandardCharsets.US_ASCII), 0, 27);
            while (!Thread.currentThread().isInterrupted()) {
                peer.write(piece, 0, piece.length);
            }
        };
        assertThat(failure(endless, ClickHouseException.class)).hasMessageContaining("line");
    }

    private static <T extends ClickHouseException> T failure(Answer answer, Class<T> kind) {
        try (FaultyServer server = FaultyServer.start(answer);
                Client client = Client.builder()
                        .url(server.url())
                        .option(Options.RETRIES, 0)
                        .build()) {
            return catchThrowableOfType(kind, () -> client.query("SELECT 1").rows());
        }
    }
}
