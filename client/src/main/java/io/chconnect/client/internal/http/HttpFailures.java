package io.chconnect.client.internal.http;

import io.chconnect.client.internal.http.AttemptFailedException.Kind;
import io.chconnect.client.internal.net.ProxyException;
import io.chconnect.client.internal.net.Watch;
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
import org.apache.hc.core5.http.ProtocolException;

/** The one place where failures of the network become exceptions of this suite. */
final class HttpFailures {
    private static final int SHOWN_CHARACTERS = 300;

    private HttpFailures() {}

    /** A failure before a byte of the statement was sent. */
    static AttemptFailedException beforeSending(String name, IOException e, Watch watch, Duration connectLimit) {
        ClickHouseException stopped = watch.failure(e);
        if (stopped != null) {
            boolean slowNode = stopped instanceof TimeoutException timeout
                    && timeout.phase() == TimeoutException.Phase.CONNECT
                    && !watch.isOver();
            return new AttemptFailedException(slowNode ? Kind.NOT_SENT : Kind.FINAL, stopped);
        }
        if (e instanceof PoolWaitException wait) {
            return new AttemptFailedException(
                    Kind.FINAL,
                    new TimeoutException(
                            "The limit of " + wait.limit().toMillis()
                                    + " ms passed while waiting for a free connection to " + name,
                            TimeoutException.Phase.POOL,
                            wait.limit(),
                            StatementOutcome.NOT_SENT,
                            e));
        }
        if (e instanceof SocketTimeoutException) {
            return new AttemptFailedException(
                    Kind.NOT_SENT,
                    new TimeoutException(
                            "The limit of " + connectLimit.toMillis() + " ms passed while connecting to " + name,
                            TimeoutException.Phase.CONNECT,
                            connectLimit,
                            StatementOutcome.NOT_SENT,
                            e));
        }
        return new AttemptFailedException(Kind.NOT_SENT, notConnected(name, e));
    }

    /** A failure after the statement began to leave, and before the head of its answer was there. */
    static AttemptFailedException beforeAnswer(String name, Exception e, Watch watch, boolean stale) {
        ClickHouseException stopped = watch.failure(e);
        if (stopped != null) {
            return new AttemptFailedException(Kind.FINAL, stopped);
        }
        if (e instanceof StoppedInsertException) {
            return new AttemptFailedException(
                    Kind.FINAL, new TransportException("The insert was stopped", StatementOutcome.UNKNOWN, e));
        }
        if (e instanceof UnusableConnectionException) {
            return new AttemptFailedException(
                    Kind.UNUSABLE,
                    new ConnectionException(
                            "The connection to " + name + " cannot be used: " + reason(e),
                            StatementOutcome.NOT_SENT,
                            e));
        }
        if (e instanceof ProtocolException) {
            return new AttemptFailedException(
                    Kind.FINAL,
                    new ConnectionException(
                            name + " does not answer as ClickHouse does over HTTP: " + reason(e),
                            StatementOutcome.UNKNOWN,
                            e));
        }
        return new AttemptFailedException(
                stale ? Kind.STALE : Kind.BROKEN,
                new ConnectionException(
                        "The connection to " + name + " broke before an answer came: " + reason(e),
                        StatementOutcome.UNKNOWN,
                        e));
    }

    /** The failure of a later attempt must not say that nothing was sent when an earlier one may have run. */
    static ClickHouseException afterAnAttemptThatMayHaveRun(ClickHouseException failure) {
        if (failure.outcome() != StatementOutcome.NOT_SENT) {
            return failure;
        }
        String message = failure.getMessage() + "; an earlier attempt was sent, and may have run";
        return failure instanceof TimeoutException timeout
                ? new TimeoutException(message, timeout.phase(), timeout.limit(), StatementOutcome.UNKNOWN, timeout)
                : new ConnectionException(message, StatementOutcome.UNKNOWN, failure);
    }

    /** A failure while the answer was read. */
    static ClickHouseException duringAnswer(String name, IOException e, Watch watch) {
        ClickHouseException stopped = watch.failure(e);
        if (stopped != null) {
            return stopped;
        }
        return new TransportException(
                "The connection to " + name + " broke in the middle of an answer: " + reason(e),
                StatementOutcome.UNKNOWN,
                e);
    }

    /** Enough of an unexpected text to recognise it. */
    static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private static ConnectionException notConnected(String name, IOException e) {
        String message;
        if (e instanceof UnknownHostException) {
            message = "The host of " + name + " is unknown";
        } else if (e instanceof ProxyException) {
            message = "No connection to " + name + ": " + e.getMessage();
        } else if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            message = "No connection to " + name + ": is ClickHouse running there? (" + reason(e) + ")";
        } else if (e instanceof SSLException) {
            message = "TLS with " + name + " failed: " + reason(e);
        } else {
            message = "No connection to " + name + ": " + reason(e);
        }
        return new ConnectionException(message, StatementOutcome.NOT_SENT, e);
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : shorten(e.getMessage());
    }
}
