package io.chconnect.client;

import io.chconnect.client.internal.buffer.BatchSender;
import io.chconnect.client.internal.buffer.Batches;
import io.chconnect.codec.Block;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects rows of many threads and inserts them in batches: when a batch has the rows or bytes of a block of its {@link
 * InsertContext}, or its first row has waited long enough. Thread-safe.
 *
 * <p>A thread that adds a row gets the future of its batch, which is completed when the batch is stored or given up, and never
 * exceptionally: {@link BatchOutcome} says which. A row whose values do not fit is refused when it is added, and harms no
 * other row. When batches come faster than the server takes them, adding waits.
 *
 * <p>A batch that surely was not stored is sent again for a while; one that may have been stored only if the table
 * deduplicates, by a token for each batch. A table does so if it is a Replicated or Shared MergeTree, or a MergeTree with the
 * setting {@code non_replicated_deduplication_window}; the builder can be told.
 *
 * @param <T> the class of the rows
 */
public final class BufferedInserter<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BufferedInserter.class);

    private final Batches<T, BatchOutcome> batches;
    private final Consumer<BatchOutcome> listener;
    private final AtomicReference<@Nullable RuntimeException> firstFailure = new AtomicReference<>();
    private final Thread sender;

    BufferedInserter(Batches<T, BatchOutcome> batches, BufferedInserterBuilder<T> options, boolean deduplicates) {
        this.batches = batches;
        this.listener = options.listener();
        this.sender = new Thread(
                new BatchSender<Summary, BatchOutcome>(
                        batches, options::send, this::outcome, deduplicates, options.retryFor()),
                "clickhouse-connect-buffered-inserter");
        sender.setDaemon(true);
        sender.start();
    }

    /**
     * Adds a row, after waiting for a place if need be.
     *
     * @param row the row
     * @return completed when the row's batch is stored or given up
     * @throws io.chconnect.error.ConversionException if a value does not fit its column; the row is not added
     * @throws io.chconnect.error.ConfigurationException if the inserter is closed
     * @throws io.chconnect.error.CancelledException if the thread is interrupted while it waits; the row is not added
     */
    public CompletableFuture<BatchOutcome> add(T row) {
        return batches.add(row).copy();
    }

    /**
     * Sends what was added so far and waits until it is stored or given up.
     *
     * @return the outcomes of the batches, in order
     */
    public List<BatchOutcome> flush() {
        return batches.flush().stream().map(CompletableFuture::join).toList();
    }

    /**
     * Takes no more rows, sends all that were added, and waits until they are stored or given up; also when the thread is
     * interrupted meanwhile. Closing twice is harmless.
     *
     * @throws RuntimeException why the first batch failed that did, of all since the inserter was made
     */
    @Override
    public void close() {
        batches.close();
        boolean interrupted = false;
        while (sender.isAlive()) {
            try {
                sender.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failure = firstFailure.getAndSet(null);
        if (failure != null) {
            throw failure;
        }
    }

    private BatchOutcome outcome(
            Block block, int attempts, @Nullable Summary summary, @Nullable RuntimeException failure) {
        BatchOutcome outcome = new BatchOutcome(block, attempts, summary, failure);
        if (failure != null) {
            firstFailure.compareAndSet(null, failure);
        }
        try {
            listener.accept(outcome);
        } catch (RuntimeException e) {
            LOG.warn("The listener of a buffered inserter failed", e);
        }
        return outcome;
    }
}
