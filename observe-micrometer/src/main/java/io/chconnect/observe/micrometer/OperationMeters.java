package io.chconnect.observe.micrometer;

import io.chconnect.client.OperationEnd;
import io.chconnect.client.OperationInfo;
import io.chconnect.client.OperationObserver;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Measures one operation. */
final class OperationMeters implements OperationObserver {
    private static final String PREFIX = "clickhouse.client.";
    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final Tags tags;
    private final ActiveOperations active;
    private final long started;

    OperationMeters(MeterRegistry registry, Tags tags, OperationInfo operation, ActiveOperations active) {
        this.registry = registry;
        this.active = active;
        this.started = registry.config().clock().monotonicTime();
        String statement = operation.statement();
        this.tags = tags.and(
                "kind",
                operation.kind().name().toLowerCase(Locale.ROOT),
                "statement",
                statement.isEmpty() ? "other" : statement);
        active.started();
    }

    @Override
    public void firstByte() {
        long elapsed = registry.config().clock().monotonicTime() - started;
        registry.timer(PREFIX + "first.byte", tags).record(elapsed, TimeUnit.NANOSECONDS);
    }

    @Override
    public void retry(ClickHouseException failure) {
        registry.counter(PREFIX + "retries", tags.and("error", error(failure))).increment();
    }

    @Override
    public void ended(OperationEnd end) {
        active.ended();
        String how = end.how().name().toLowerCase(Locale.ROOT);
        registry.timer(PREFIX + "operations", tags.and("end", how, "error", error(end.failure())))
                .record(end.elapsed());
        count("rows.received", end.rows());
        count("rows.written", end.summary().writtenRows());
    }

    private void count(String name, long rows) {
        if (rows > 0) {
            registry.counter(PREFIX + name, tags).increment((double) rows);
        }
    }

    private static String error(@Nullable Throwable failure) {
        if (failure == null) {
            return NONE;
        }
        String name = failure instanceof ServerException server ? server.name() : null;
        return name == null ? failure.getClass().getSimpleName() : name;
    }
}
