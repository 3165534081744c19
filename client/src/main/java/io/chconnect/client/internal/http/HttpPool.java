package io.chconnect.client.internal.http;

import io.chconnect.client.ConnectionCounts;
import io.chconnect.client.internal.net.Watch;
import io.chconnect.error.TimeoutException.Phase;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The connections of one client, to all its nodes. Thread-safe. */
final class HttpPool implements AutoCloseable {
    private static final TimeValue VALIDATE_AFTER_IDLE = TimeValue.ofMilliseconds(500);

    private final HttpLimits limits;
    private final PoolingHttpClientConnectionManager connections;
    private final Consumer<Runnable> afterIdleTime;
    private final AtomicBoolean tidies = new AtomicBoolean();

    /**
     * Creates a pool.
     *
     * @param afterIdleTime does work when the time has passed that unused connections are kept
     */
    HttpPool(HttpLimits limits, HttpConnector connector, int nodes, Consumer<Runnable> afterIdleTime) {
        this.limits = limits;
        this.afterIdleTime = afterIdleTime;
        this.connections = new PoolingHttpClientConnectionManager(
                connector,
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.of(limits.age()),
                socket -> HttpConnection.create());
        connections.setMaxTotal(limits.connections() * nodes);
        connections.setDefaultMaxPerRoute(limits.connections());
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setTimeToLive(TimeValue.of(limits.age()))
                .setValidateAfterInactivity(VALIDATE_AFTER_IDLE)
                .setConnectTimeout(Timeout.of(limits.connect()))
                .build());
    }

    /** Waits for a connection, and opens it where need be. */
    HttpLease lease(HttpNode node, Watch watch) throws IOException {
        HttpLease lease = waitForFree(node, watch);
        try {
            if (!lease.reused()) {
                watch.enter(Phase.CONNECT, limits.connect(), node.name());
                HttpCoreContext context = HttpCoreContext.create();
                context.setAttribute(HttpConnector.WATCH, watch);
                connections.connect(lease.endpoint(), null, context);
            }
            watch.breakWith(lease::breakOff);
            watch.check();
            return lease;
        } catch (ConnectionShutdownException e) {
            watch.release();
            lease.discard();
            throw new IOException("the connection was closed", e);
        } catch (IOException | RuntimeException | Error e) {
            watch.release();
            lease.discard();
            throw e;
        }
    }

    /** Closes what nobody uses, since the server was seen closing some of it. */
    void dropUnused() {
        connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    /** Sees to it that no connection stays open unused for much longer than it may, also when nothing is asked any more. */
    private void returned() {
        if (tidies.compareAndSet(false, true)) {
            afterIdleTime.accept(this::dropIdle);
        }
    }

    private void dropIdle() {
        tidies.set(false);
        connections.closeExpired();
        connections.closeIdle(TimeValue.of(limits.idle()));
        if (unused() > 0) {
            returned();
        }
    }

    /** The connections of this moment. */
    ConnectionCounts counts() {
        PoolStats stats = connections.getTotalStats();
        return new ConnectionCounts(stats.getLeased(), stats.getAvailable(), stats.getPending(), stats.getMax());
    }

    /** How many connections are on loan. */
    int leased() {
        return connections.getTotalStats().getLeased();
    }

    /** How many connections are open and unused. */
    int unused() {
        return connections.getTotalStats().getAvailable();
    }

    @Override
    public void close() {
        connections.close(CloseMode.IMMEDIATE);
    }

    private HttpLease waitForFree(HttpNode node, Watch watch) throws IOException {
        watch.enter(Phase.POOL, limits.pool(), node.name());
        // The watch ends the wait, and knows why; the pool's own limit is for the case that it does not.
        Duration limit = limits.pool().plusSeconds(1);
        LeaseRequest request = request(node, limit);
        watch.breakWith(request::cancel);
        try {
            return new HttpLease(connections, request.get(Timeout.of(limit)), this::returned);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            watch.cancel();
            throw interrupted(e);
        } catch (CancellationException e) {
            throw new IOException("the wait for a connection was broken off", e);
        } catch (ExecutionException e) {
            throw new IOException("no connection of the pool: " + message(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new PoolWaitException(limits.pool(), e);
        } finally {
            watch.release();
        }
    }

    private LeaseRequest request(HttpNode node, Duration limit) throws IOException {
        try {
            return connections.lease("", node.route(), Timeout.of(limit), null);
        } catch (IllegalStateException e) {
            throw new IOException("the client is closed", e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        InterruptedIOException failure = new InterruptedIOException("interrupted");
        failure.initCause(e);
        return failure;
    }

    private static String message(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null ? "it is closed" : cause.getMessage();
    }
}
