package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.Watch;
import io.chconnect.error.TimeoutException.Phase;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/** Sends single requests and waits for the heads of their answers. Thread-safe. */
final class HttpExchanges {
    private static final Timeout EARLY_ANSWER_WAIT = Timeout.ofMilliseconds(500);
    private static final Timeout A_MOMENT = Timeout.ofMilliseconds(1);
    private static final int FIRST_FINAL_STATUS = 200;

    private final HttpPool pool;
    private final HttpLimits limits;

    HttpExchanges(HttpPool pool, HttpLimits limits) {
        this.pool = pool;
        this.limits = limits;
    }

    /**
     * Sends a request and waits for the head of its answer, good or bad.
     *
     * @param careful whether a used connection is looked at first: for statements that cannot be repeated
     * @throws AttemptFailedException if none comes
     */
    HttpExchange send(
            HttpNode node,
            ClassicHttpRequest request,
            Duration silence,
            Watch watch,
            AnswerListener listener,
            boolean careful)
            throws AttemptFailedException {
        HttpLease lease;
        try {
            lease = pool.lease(node, watch);
        } catch (IOException e) {
            throw HttpFailures.beforeSending(node.name(), e, watch, limits.connect());
        }
        Conversation conversation = new Conversation(node, silence, watch, listener, careful && lease.reused());
        try {
            prepare(request, node);
            watch.enter(Phase.SEND, silence, node.name());
            ClassicHttpResponse response =
                    lease.endpoint().execute("", request, conversation::hold, HttpCoreContext.create());
            return new HttpExchange(
                    node, lease, request, response, watch, silence, limits.idle(), conversation.consistent);
        } catch (IOException | HttpException e) {
            watch.release();
            lease.discard();
            boolean stale = lease.reused() && !conversation.answered;
            if (stale) {
                pool.dropUnused();
            }
            throw HttpFailures.beforeAnswer(node.name(), e, watch, stale);
        } catch (ConnectionShutdownException e) {
            watch.release();
            lease.discard();
            throw HttpFailures.beforeAnswer(node.name(), new IOException("the connection was closed", e), watch, false);
        } catch (RuntimeException | Error e) {
            // Also one that a listener or the maker of an insert's rows throws.
            watch.release();
            lease.discard();
            throw e;
        }
    }

    private static void prepare(ClassicHttpRequest request, HttpNode node) {
        node.address(request);
        HttpEntity body = request.getEntity();
        if (body == null) {
            return;
        }
        request.setEntity(new RequestBody(body));
        if (body.getContentType() != null) {
            request.setHeader(HttpHeaders.CONTENT_TYPE, body.getContentType());
        }
        if (body.getContentEncoding() != null) {
            request.setHeader(HttpHeaders.CONTENT_ENCODING, body.getContentEncoding());
        }
        if (body.getContentLength() < 0) {
            request.setHeader(HttpHeaders.TRANSFER_ENCODING, "chunked");
        } else {
            request.setHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(body.getContentLength()));
        }
    }

    /** One request and the head of its answer, over a connection. */
    private static final class Conversation {
        private final HttpNode node;
        private final Duration silence;
        private final Watch watch;
        private final AnswerListener listener;
        private final boolean tried;
        private boolean answered;
        private boolean consistent = true;

        Conversation(HttpNode node, Duration silence, Watch watch, AnswerListener listener, boolean tried) {
            this.node = node;
            this.silence = silence;
            this.watch = watch;
            this.listener = listener;
            this.tried = tried;
        }

        ClassicHttpResponse hold(ClassicHttpRequest request, HttpClientConnection link, HttpContext context)
                throws IOException, HttpException {
            HttpConnection connection = (HttpConnection) link;
            if (tried && !isUsable(connection)) {
                throw new UnusableConnectionException();
            }
            connection.begin(watch, listener);
            try {
                send(request, connection);
                listener.observer().sent();
                watch.enter(Phase.WAIT, silence, node.name());
                ClassicHttpResponse response = connection.receiveResponseHeader();
                while (response.getCode() < FIRST_FINAL_STATUS) {
                    response = connection.receiveResponseHeader();
                }
                connection.receiveResponseEntity(response);
                consistent &= connection.isConsistent();
                return response;
            } finally {
                answered = connection.answered();
            }
        }

        /** Nothing is sent yet, so that whatever is wrong does no harm. */
        private static boolean isUsable(HttpConnection connection) {
            try {
                return connection.isQuiet() || (!connection.isDataAvailable(A_MOMENT) && !connection.isStale());
            } catch (IOException e) {
                return false;
            }
        }

        /** A server that refuses a body answers and closes; its answer says more than the broken connection. */
        private void send(ClassicHttpRequest request, HttpConnection connection) throws IOException, HttpException {
            try {
                connection.sendRequestHeader(request);
                if (request.getEntity() != null) {
                    connection.sendRequestEntity(request);
                }
                connection.flush();
            } catch (StoppedInsertException e) {
                throw e;
            } catch (IOException e) {
                if (watch.hasStopped() || !connection.isOpen() || !answerIsThere(connection, e)) {
                    throw e;
                }
                consistent = false;
            }
        }

        private static boolean answerIsThere(HttpConnection connection, IOException failure) {
            try {
                return connection.isDataAvailable(EARLY_ANSWER_WAIT);
            } catch (IOException e) {
                failure.addSuppressed(e);
                return false;
            }
        }
    }
}
