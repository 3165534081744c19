package io.chconnect.observe.micrometer;

import io.chconnect.client.Client;
import io.chconnect.client.ConnectionCounts;
import io.chconnect.client.OperationInfo;
import io.chconnect.client.OperationListener;
import io.chconnect.client.OperationObserver;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.lang.ref.WeakReference;
import java.util.function.ToDoubleFunction;

/**
 * Measures the operations of clients. Thread-safe; given to {@link io.chconnect.client.ClientBuilder#listener}. Tags have few
 * values each, and nothing of the statements but the word that names them.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>what</th><th>tags</th></tr>
 * <tr><td>{@code clickhouse.client.operations}</td><td>timer from the call to the end of the answer</td>
 *     <td>kind, statement, end, error</td></tr>
 * <tr><td>{@code clickhouse.client.first.byte}</td><td>timer from the call to the start of the answer</td>
 *     <td>kind, statement</td></tr>
 * <tr><td>{@code clickhouse.client.retries}</td><td>counter of failed attempts that were followed by another</td>
 *     <td>kind, statement, error</td></tr>
 * <tr><td>{@code clickhouse.client.rows.received}, {@code clickhouse.client.rows.written}</td><td>counters of rows</td>
 *     <td>kind, statement</td></tr>
 * <tr><td>{@code clickhouse.client.operations.active}</td><td>gauge of operations under way</td><td></td></tr>
 * <tr><td>{@code clickhouse.client.connections}</td><td>gauge, where {@link #watch} was called</td>
 *     <td>state: leased, idle, pending</td></tr>
 * <tr><td>{@code clickhouse.client.connections.max}</td><td>gauge, where {@link #watch} was called</td><td></td></tr>
 * </table>
 */
public final class MicrometerListener implements OperationListener {
    private static final String CONNECTIONS = "clickhouse.client.connections";

    private final MeterRegistry registry;
    private final Tags tags;
    private final ActiveOperations active;

    private MicrometerListener(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.active = ActiveOperations.in(registry, tags);
    }

    /**
     * A listener. A registry keeps the first gauge of a name and its tags, so that of several listeners with the same tags only
     * the first one's operations under way are seen: give them to one listener, or tags of their own to each.
     *
     * @param registry where the meters are
     * @param tags further tags of all meters, for example the name of the client
     * @return a new listener
     */
    public static MicrometerListener of(MeterRegistry registry, Tag... tags) {
        return new MicrometerListener(registry, Tags.of(tags));
    }

    /**
     * Registers gauges of a client's connections; none for the engine in process, which has none. They hold the client weakly.
     * A registry keeps the first gauge of a name and its tags: each client needs a listener with further tags of its own.
     *
     * @param client the client
     */
    public void watch(Client client) {
        if (client.connections().isEmpty()) {
            return;
        }
        gauge(client, CONNECTIONS, tags.and("state", "leased"), ConnectionCounts::leased);
        gauge(client, CONNECTIONS, tags.and("state", "idle"), ConnectionCounts::idle);
        gauge(client, CONNECTIONS, tags.and("state", "pending"), ConnectionCounts::pending);
        gauge(client, CONNECTIONS + ".max", tags, ConnectionCounts::max);
    }

    @Override
    public OperationObserver operationStarted(OperationInfo operation) {
        return new OperationMeters(registry, tags, operation, active);
    }

    private void gauge(Client client, String name, Tags gaugeTags, ToDoubleFunction<ConnectionCounts> count) {
        WeakReference<Client> held = new WeakReference<>(client);
        Gauge.builder(name, held, reference -> {
                    Client watched = reference.get();
                    return watched == null
                            ? Double.NaN
                            : watched.connections().map(count::applyAsDouble).orElse(Double.NaN);
                })
                .tags(gaugeTags)
                .baseUnit("connections")
                .strongReference(true)
                .register(registry);
    }
}
