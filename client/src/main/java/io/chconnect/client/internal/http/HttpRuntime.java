package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Endpoint;
import io.chconnect.client.config.NetworkOptions;
import io.chconnect.client.config.Options;
import io.chconnect.client.internal.net.NodeChoice;
import io.chconnect.client.internal.net.ProxySettings;
import io.chconnect.client.internal.net.Watch;
import io.chconnect.client.internal.net.WatchTimer;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** What the statements of one client share: connections, nodes, the timer, and the list of what is under way. Thread-safe. */
final class HttpRuntime implements AutoCloseable {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(1);

    /** Connections for cancels, pings and probes, which must not wait behind the statements they are about. */
    private static final int SIDE_CONNECTIONS = 4;

    private final WatchTimer timer = new WatchTimer("clickhouse-connect-http-timer");
    private final HttpBackground background = new HttpBackground();
    private final Map<String, HttpOperation> running = new ConcurrentHashMap<>();
    private final Set<String> busySessions = ConcurrentHashMap.newKeySet();
    private final List<HttpNode> nodes;
    private final NodeChoice choice;
    private final HttpPool pool;
    private final HttpPool sidePool;
    private final HttpExchanges sideExchanges;
    private final HttpAttempts attempts;
    private final HttpCancellation cancellation;
    private final Login login;
    private final String pingPath;
    private final DriverSettings driverSettings;
    private volatile boolean closed;

    HttpRuntime(ClientConfig config, List<Endpoint> endpoints, HttpRequestEncoder encoder) {
        HttpLimits limits = HttpLimits.of(config);
        ProxySettings proxies = new ProxySettings(config.get(NetworkOptions.PROXY), System::getenv);
        String hostName = config.get(NetworkOptions.SERVER_HOST_NAME);
        this.nodes = endpoints.stream()
                .map(endpoint -> HttpNode.of(endpoint, proxies, hostName))
                .toList();
        this.choice = new NodeChoice(nodes.size(), config.get(NetworkOptions.BALANCING));
        this.login = Logins.of(config, encoder.headers());
        HttpConnector connector = new HttpConnector(TlsSettings.of(config), proxies, limits.connect());
        Consumer<Runnable> afterIdleTime = work -> afterIdleTime(limits.idle(), work);
        this.pool = new HttpPool(limits, connector, nodes.size(), afterIdleTime);
        this.sidePool = new HttpPool(limits.withConnections(SIDE_CONNECTIONS), connector, nodes.size(), afterIdleTime);
        this.sideExchanges = new HttpExchanges(sidePool, limits);
        this.attempts = new HttpAttempts(
                nodes,
                choice,
                new HttpExchanges(pool, limits),
                new RetryPolicy(config.get(Options.RETRIES), config.get(Options.RETRY_PAUSE)),
                login,
                this::probe);
        this.driverSettings = new DriverSettings(attempts, encoder);
        this.cancellation = new HttpCancellation(sideExchanges, background, timer, login, encoder.path());
        this.pingPath = encoder.pingPath();
    }

    HttpAttempts attempts() {
        probeNext();
        return attempts;
    }

    Watch watch(@Nullable Duration deadline) {
        return new Watch(timer, deadline);
    }

    /**
     * A statement begins.
     *
     * @throws ConfigurationException if its session is in use
     */
    HttpOperation begin(StatementRequest request) {
        String session = request.session() == null ? null : request.session().id();
        if (session != null && !busySessions.add(session)) {
            throw new ConfigurationException(
                    "The session \"" + session
                            + "\" is in use: a session takes one statement at a time, and a result it gave must be read or closed first");
        }
        HttpOperation operation =
                new HttpOperation(request.operationId(), watch(request.deadline()), session, this::forget);
        running.put(operation.id(), operation);
        if (closed) {
            operation.watch().abandon();
        }
        return operation;
    }

    private void forget(HttpOperation operation) {
        if (running.remove(operation.id(), operation) && operation.affinity() != null) {
            busySessions.remove(operation.affinity());
        }
    }

    /** Ends a statement from any thread; false when it is not under way. */
    boolean cancel(String operationId) {
        HttpOperation operation = running.get(operationId);
        if (operation == null) {
            return false;
        }
        operation.watch().cancel();
        cancellation.stop(operation);
        return true;
    }

    /** Adds the settings the driver itself wants, where the user may change them and did not give them. */
    StatementRequest complete(HttpOperation operation, StatementRequest request) {
        return driverSettings.addTo(operation, request);
    }

    /** The same for a statement whose answer may be long. */
    StatementRequest completeQuery(HttpOperation operation, StatementRequest request) {
        return driverSettings.addToQuery(operation, request);
    }

    /** Ends an operation with its answer, and stops its statement if the answer is left early. */
    void follow(HttpOperation operation, HttpExchange exchange) {
        operation.answerBegins();
        exchange.whenOver(end -> {
            boolean wanted = end == HttpExchange.End.COMPLETE;
            boolean stopped = operation.watch().hasStopped();
            operation.close();
            if (!wanted && (end == HttpExchange.End.LEFT || stopped) && !closed) {
                cancellation.stop(operation);
            }
        });
    }

    /** Ends an operation that failed, and stops its statement if it may run on. */
    void giveUp(HttpOperation operation, Throwable failure) {
        operation.close();
        boolean leaves = failure instanceof TimeoutException
                || failure instanceof CancelledException
                || !(failure instanceof ClickHouseException);
        boolean notRunning =
                failure instanceof ClickHouseException known && known.outcome() != StatementOutcome.UNKNOWN;
        if (leaves && !notRunning && !closed) {
            cancellation.stop(operation);
        }
    }

    /** Asks the chosen node whether it is there. */
    String ping(Watch watch, Duration limit) {
        int index = choice.choose(Set.of(), null);
        try {
            String answer = ping(nodes.get(index), watch, limit);
            choice.succeeded(index);
            return answer;
        } catch (AttemptFailedException e) {
            choice.failed(index);
            throw e.failure();
        }
    }

    HttpPool pool() {
        return pool;
    }

    @Override
    public void close() {
        closed = true;
        running.values().forEach(operation -> operation.watch().abandon());
        background.close();
        pool.close();
        sidePool.close();
        timer.close();
    }

    private String ping(HttpNode node, Watch watch, Duration limit) throws AttemptFailedException {
        HttpGet request = new HttpGet(pingPath);
        login.headers().addTo(request);
        try (HttpExchange exchange = sideExchanges.send(node, request, limit, watch, AnswerListener.NONE, true)) {
            return exchange.status() == 200
                    ? new String(exchange.readUpTo(100), StandardCharsets.UTF_8)
                    : "HTTP status " + exchange.status();
        }
    }

    /** Off the timer's thread, since closing connections may block; where too much waits already, a time later. */
    private void afterIdleTime(Duration idle, Runnable work) {
        timer.later(idle.toNanos(), () -> {
            if (!background.run("Closing unused connections", work)) {
                afterIdleTime(idle, work);
            }
        });
    }

    private void probeNext() {
        int node = nodes.size() == 1 ? -1 : choice.nextToProbe();
        if (node >= 0) {
            probe(node);
        }
    }

    private void probe(int index) {
        boolean begun = background.run("Probing " + nodes.get(index).name(), () -> {
            boolean alive = false;
            try (Watch watch = watch(PROBE_LIMIT)) {
                alive = ping(nodes.get(index), watch, PROBE_LIMIT).startsWith("Ok");
            } catch (AttemptFailedException e) {
                // It counts as not alive.
            } finally {
                // Whatever happened: a node whose probe has no end would never come back.
                report(index, alive);
            }
        });
        if (!begun) {
            report(index, false);
        }
    }

    private void report(int index, boolean alive) {
        if (alive) {
            choice.succeeded(index);
        } else {
            choice.failed(index);
        }
    }
}
