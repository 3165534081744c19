package io.chconnect.client.internal.http;

import io.chconnect.client.internal.http.AttemptFailedException.Kind;
import io.chconnect.client.internal.net.SecretScrubber;
import io.chconnect.error.AuthenticationException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.ServerErrors;
import io.chconnect.error.ServerException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TransportException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells good answers from bad ones by their heads. */
final class HttpAnswers {
    private static final int MAX_ERROR_BYTES = 64 << 10;
    private static final int OK = 200;
    private static final int LOGIN_REFUSED = 516;

    /** Request timeout of an unused connection, too many requests, bad gateway, not available, gateway timeout. */
    private static final Set<Integer> TURNED_AWAY = Set.of(408, 429, 502, 503, 504);

    /** TOO_MANY_SIMULTANEOUS_QUERIES, SOCKET_TIMEOUT, NETWORK_ERROR, TABLE_IS_READ_ONLY, ALL_CONNECTION_TRIES_FAILED, KEEPER_EXCEPTION. */
    private static final Set<Integer> TRANSIENT_CODES = Set.of(202, 209, 210, 242, 279, 999);

    private HttpAnswers() {}

    /**
     * Turns an answer that is an error into an exception, and closes its exchange.
     *
     * @throws AttemptFailedException if the answer is not a good one of ClickHouse
     */
    static void requireSuccess(HttpExchange exchange, SecretScrubber scrubber) throws AttemptFailedException {
        exchange.hide(scrubber);
        String code = exchange.header("X-ClickHouse-Exception-Code");
        if (exchange.status() == OK && code == null && !isForeign(exchange)) {
            if (exchange.isFramed()) {
                return;
            }
            exchange.close();
            throw new AttemptFailedException(Kind.FINAL, unframed(exchange));
        }
        try (exchange) {
            throw failure(exchange, code);
        }
    }

    private static AttemptFailedException failure(HttpExchange exchange, @Nullable String code) {
        String text = new String(exchange.readUpTo(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
        if (code != null || text.startsWith("Code: ")) {
            ServerException error = ServerErrors.from(text, parse(code), exchange.queryId(), exchange::shown);
            return new AttemptFailedException(kind(error), error);
        }
        int status = exchange.status();
        boolean turnedAway = TURNED_AWAY.contains(status);
        StatementOutcome outcome =
                turnedAway && status != 502 && status != 504 ? StatementOutcome.REJECTED : StatementOutcome.UNKNOWN;
        return new AttemptFailedException(
                turnedAway ? Kind.TURNED_AWAY : Kind.FINAL,
                new ConnectionException(
                        exchange.node().name() + " answered with HTTP status " + status + " and "
                                + contentType(exchange) + ", not as ClickHouse does: "
                                + HttpFailures.shorten(exchange.shown(text)),
                        outcome,
                        null));
    }

    private static Kind kind(ServerException error) {
        if (error.code() == LOGIN_REFUSED) {
            return Kind.LOGIN;
        }
        return !(error instanceof AuthenticationException) && TRANSIENT_CODES.contains(error.code())
                ? Kind.TURNED_AWAY
                : Kind.FINAL;
    }

    /** A page that a proxy or another server answers with, status 200 notwithstanding. */
    private static boolean isForeign(HttpExchange exchange) {
        if (exchange.isFromClickHouse()) {
            return false;
        }
        String type = contentType(exchange).toLowerCase(Locale.ROOT);
        return type.contains("text/html") || type.contains("json") || type.contains("xml");
    }

    private static TransportException unframed(HttpExchange exchange) {
        return new TransportException(
                "The answer of " + exchange.node().name()
                        + " has neither a length nor chunks, so that nobody could tell whether it is whole:"
                        + " is there a proxy for HTTP/1.0 on the way?",
                StatementOutcome.UNKNOWN,
                null);
    }

    private static String contentType(HttpExchange exchange) {
        String type = exchange.header("Content-Type");
        return type == null ? "no content type" : "content type " + HttpFailures.shorten(type);
    }

    private static int parse(@Nullable String code) {
        return code != null && code.matches("[0-9]{1,9}") ? Integer.parseInt(code) : 0;
    }
}
