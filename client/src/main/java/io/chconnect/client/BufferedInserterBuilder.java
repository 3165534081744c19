package io.chconnect.client;

import io.chconnect.client.internal.buffer.Batches;
import io.chconnect.client.internal.insert.InsertTarget;
import io.chconnect.client.internal.insert.RowAppender;
import io.chconnect.codec.Block;
import io.chconnect.error.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link BufferedInserter}. Not thread-safe.
 *
 * @param <T> the class of the rows
 */
public final class BufferedInserterBuilder<T> {
    private final InsertContext context;
    private final InsertTarget target;
    private final RowAppender<T> appender;
    private Duration flushAfter = Duration.ofSeconds(1);
    private Duration retryFor = Duration.ofMinutes(1);
    private int maxPending = 2;
    private @Nullable Boolean deduplicates;
    private Consumer<BatchOutcome> listener = outcome -> {};

    BufferedInserterBuilder(InsertContext context, InsertTarget target, RowAppender<T> appender) {
        this.context = context;
        this.target = target;
        this.appender = appender;
    }

    /**
     * How long a row waits for others; one second when it is not said.
     *
     * @param limit more than zero
     * @return this builder
     */
    public BufferedInserterBuilder<T> flushAfter(Duration limit) {
        flushAfter = positive("flushAfter", limit);
        return this;
    }

    /**
     * How long a batch that failed is sent again, as far as that is safe; one minute when it is not said.
     *
     * @param limit more than zero
     * @return this builder
     */
    public BufferedInserterBuilder<T> retryFor(Duration limit) {
        retryFor = positive("retryFor", limit);
        return this;
    }

    /**
     * How many full batches may wait, the one that is being sent included, before adding a row waits; 2 when it is not said.
     *
     * @param batches at least 1
     * @return this builder
     */
    public BufferedInserterBuilder<T> maxPending(int batches) {
        if (batches < 1) {
            throw new ConfigurationException("maxPending is " + batches + ": expected at least 1");
        }
        maxPending = batches;
        return this;
    }

    /**
     * Whether the table knows an insert that comes again by its token. When it is not said, the table's engine is looked at.
     *
     * @param known false sends no batch again that may have been stored; true where the table is, for example, a Distributed
     *     one over tables that deduplicate
     * @return this builder
     */
    public BufferedInserterBuilder<T> deduplicates(boolean known) {
        deduplicates = known;
        return this;
    }

    /**
     * Who is told of each batch.
     *
     * @param consumer called by the sending thread, before the futures of the rows are completed; should be quick
     * @return this builder
     */
    public BufferedInserterBuilder<T> listener(Consumer<BatchOutcome> consumer) {
        listener = consumer;
        return this;
    }

    /**
     * Makes the inserter, which has a thread of its own.
     *
     * @return the inserter; the caller closes it, before the client
     */
    public BufferedInserter<T> build() {
        boolean safe = deduplicates == null ? context.deduplicates() : deduplicates;
        return new BufferedInserter<>(
                new Batches<>(target, context.limit(), appender, maxPending, flushAfter), this, safe);
    }

    Summary send(Block block, @Nullable String token) {
        return context.send(List.of(block).iterator(), block.names(), token);
    }

    Duration retryFor() {
        return retryFor;
    }

    Consumer<BatchOutcome> listener() {
        return listener;
    }

    private static Duration positive(String name, Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new ConfigurationException(name + " is " + limit + ": expected more than zero");
        }
        return limit;
    }
}
