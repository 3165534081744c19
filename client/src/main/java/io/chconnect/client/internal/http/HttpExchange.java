package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.SecretScrubber;
import io.chconnect.client.internal.net.Watch;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException.Phase;
import io.chconnect.error.TransportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Its connection goes back to the pool when the answer was read to its end, and is broken off
 * when it is closed earlier. Not thread-safe, but {@link #close} may come from any thread.
 */
final class HttpExchange implements AutoCloseable {
    private static final int OK = 200;
    private static final int MAX_TEXT_BYTES = 64 << 20;
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final HttpNode node;
    private final HttpLease lease;
    private final ClassicHttpResponse response;
    private final Watch watch;
    private final boolean reusable;
    private final boolean framed;
    private final Duration keep;
    private final ResponseBody body;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Consumer<End> listener = end -> {};
    private volatile SecretScrubber scrubber = SecretScrubber.NONE;

    /** Says what must not be shown of the server's texts. */
    void hide(SecretScrubber secrets) {
        scrubber = secrets;
    }

    /** What may be shown of a text of the server. */
    String shown(String text) {
        return scrubber.scrub(text);
    }

    /** The server's own error when it put one behind the data, otherwise the failure as it is. */
    ClickHouseException trueCause(ClickHouseException failure) {
        return body.trueCause(failure, queryId(), scrubber);
    }

    /** Throws the error that the server put behind the data, if it did. */
    void requireNoException() {
        body.requireNoException(queryId(), scrubber);
    }

    /** Waits no longer than a moment for what is still to come. */
    void hurry() {
        watch.enter(Phase.RECEIVE, MOMENT, node.name());
    }

    /** How an exchange ends. */
    enum End {
        /** The answer was read to its end. */
        COMPLETE,
        /** The answer was left before its end. */
        LEFT,
        /** The connection broke, or was broken off. */
        BROKEN
    }

    HttpExchange(
            HttpNode node,
            HttpLease lease,
            ClassicHttpRequest request,
            ClassicHttpResponse response,
            Watch watch,
            Duration silence,
            Duration idle,
            boolean consistent) {
        this.node = node;
        this.lease = lease;
        this.response = response;
        this.watch = watch;
        this.framed = request instanceof FramedPost;
        this.reusable = consistent
                && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create());
        this.keep = KeepAlive.of(header("Keep-Alive"), idle);
        watch.enter(Phase.RECEIVE, silence, node.name());
        this.body =
                new ResponseBody(open(response), header("X-ClickHouse-Exception-Tag"), this::broken, this::finished);
    }

    HttpNode node() {
        return node;
    }

    int status() {
        return response.getCode();
    }

    /** The bytes of the answer. */
    ResponseBody body() {
        return body;
    }

    /** A header of the answer; null when there is none. */
    @Nullable
    String header(String headerName) {
        Header header = response.getFirstHeader(headerName);
        return header == null ? null : header.getValue();
    }

    /** Whether any header says that ClickHouse answered, not something on the way to it. */
    boolean isFromClickHouse() {
        for (Header header : response.getHeaders()) {
            if (header.getName().regionMatches(true, 0, "X-ClickHouse-", 0, 13)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the end of the body can be told from a broken connection. */
    boolean isFramed() {
        HttpEntity entity = response.getEntity();
        return entity == null || entity.isChunked() || entity.getContentLength() >= 0;
    }

    @Nullable
    String queryId() {
        return header("X-ClickHouse-Query-Id");
    }

    StatementSummary summary() {
        return SummaryHeader.parse(header("X-ClickHouse-Summary"), queryId());
    }

    /** Tells the listener once how the exchange ends; not if it has ended already. */
    void whenOver(Consumer<End> endListener) {
        listener = endListener;
    }

    boolean isOver() {
        return over.get();
    }

    /**
     * The whole rest of the answer; for answers that are known to be short.
     *
     * @throws ConfigurationException if it is not
     */
    byte[] readAll() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (ByteBuffer window = body.next(); window != null; window = body.next()) {
                append(all, window);
                if (all.size() > MAX_TEXT_BYTES) {
                    close();
                    throw new ConfigurationException("The answer of a command has more than " + MAX_TEXT_BYTES
                            + " bytes: large results are read by a query, or as raw data, piece by piece");
                }
            }
        } catch (ConfigurationException e) {
            throw e;
        } catch (ClickHouseException e) {
            throw trueCause(e);
        }
        requireNoException();
        return all.toByteArray();
    }

    /** The beginning of the answer, and why there is no more of it if it broke. */
    byte[] readUpTo(int limit) {
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        try {
            for (ByteBuffer window = body.next(); window != null && start.size() < limit; window = body.next()) {
                append(start, window);
            }
        } catch (ClickHouseException e) {
            start.writeBytes((" (the rest is missing: " + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8));
        }
        return start.toByteArray();
    }

    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            watch.release();
            lease.discard();
            listener.accept(End.LEFT);
        }
    }

    private void finished() {
        if (over.compareAndSet(false, true)) {
            watch.release();
            if (reusable) {
                lease.giveBack(keep);
            } else {
                lease.discard();
            }
            listener.accept(End.COMPLETE);
        }
    }

    private ClickHouseException broken(IOException e) {
        if (over.compareAndSet(false, true)) {
            ClickHouseException failure = HttpFailures.duringAnswer(node.name(), e, watch);
            watch.release();
            lease.discard();
            listener.accept(End.BROKEN);
            return failure;
        }
        return new TransportException("The answer was closed while it was read", StatementOutcome.UNKNOWN, e);
    }

    private static void append(ByteArrayOutputStream target, ByteBuffer window) {
        byte[] bytes = new byte[window.remaining()];
        window.get(bytes);
        target.writeBytes(bytes);
    }

    private InputStream open(ClassicHttpResponse answer) {
        HttpEntity entity = answer.getEntity();
        String encoding = header("Content-Encoding");
        // An error whose text cannot be read still has a status, which says more than its encoding.
        boolean unreadable = status() != OK && !ContentDecoder.knows(encoding);
        try {
            return entity == null
                    ? InputStream.nullInputStream()
                    : ContentDecoder.decode(entity.getContent(), unreadable ? null : encoding, framed, node.name());
        } catch (IOException e) {
            throw broken(e);
        }
    }
}
