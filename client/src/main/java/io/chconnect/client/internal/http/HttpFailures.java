package io.chconnect.client.internal.http;

import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import io.chconnect.error.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** The one place where failures of the network become exceptions of this suite. */
final class HttpFailures {
    private static final int SHOWN_CHARACTERS = 300;

    private HttpFailures() {}

    /** A failure before the head of the answer was there. */
    static ClickHouseException beforeAnswer(
            String name, IOException e, Duration connectTimeout, Duration responseTimeout) {
        if (e instanceof ConnectionRequestTimeoutException) {
            return new TimeoutException(
                    "No connection of the pool to " + name + " became free within " + text(connectTimeout),
                    TimeoutException.Phase.POOL,
                    connectTimeout,
                    StatementOutcome.NOT_SENT,
                    e);
        }
        if (e instanceof ConnectTimeoutException) {
            return new TimeoutException(
                    "No connection to " + name + " within " + text(connectTimeout),
                    TimeoutException.Phase.CONNECT,
                    connectTimeout,
                    StatementOutcome.NOT_SENT,
                    e);
        }
        if (e instanceof SocketTimeoutException) {
            return new TimeoutException(
                    "No answer from " + name + " within " + text(responseTimeout),
                    TimeoutException.Phase.WAIT,
                    responseTimeout,
                    StatementOutcome.UNKNOWN,
                    e);
        }
        if (e instanceof UnknownHostException) {
            return notSent("The host of " + name + " is unknown", e);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return notSent("No connection to " + name + ": is ClickHouse running there? (" + e.getMessage() + ")", e);
        }
        if (e instanceof SSLException) {
            return notSent("TLS with " + name + " failed: " + e.getMessage(), e);
        }
        return new ConnectionException(
                "The connection to " + name + " broke before an answer came: " + reason(e),
                StatementOutcome.UNKNOWN,
                e);
    }

    /** A failure while the answer was read. */
    static ClickHouseException duringAnswer(String name, IOException e, Duration timeout) {
        if (e instanceof SocketTimeoutException) {
            return new TimeoutException(
                    "The answer from " + name + " stalled for " + text(timeout),
                    TimeoutException.Phase.RECEIVE,
                    timeout,
                    StatementOutcome.UNKNOWN,
                    e);
        }
        return new TransportException(
                "The connection to " + name + " broke in the middle of an answer: " + reason(e),
                StatementOutcome.UNKNOWN,
                e);
    }

    /** Enough of an unexpected text to recognise it. */
    static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private static ConnectionException notSent(String message, IOException e) {
        return new ConnectionException(message, StatementOutcome.NOT_SENT, e);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String text(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
