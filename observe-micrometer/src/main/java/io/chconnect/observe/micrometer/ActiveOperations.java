package io.chconnect.observe.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the operations under way. Thread-safe. */
final class ActiveOperations {
    private final AtomicInteger count = new AtomicInteger();

    private ActiveOperations() {}

    static ActiveOperations in(MeterRegistry registry, Tags tags) {
        ActiveOperations active = new ActiveOperations();
        Gauge.builder("clickhouse.client.operations.active", active.count, AtomicInteger::get)
                .tags(tags)
                .baseUnit("operations")
                .strongReference(true)
                .register(registry);
        return active;
    }

    void started() {
        count.incrementAndGet();
    }

    void ended() {
        count.decrementAndGet();
    }
}
