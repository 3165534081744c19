package io.chconnect.client.internal.buffer;

import io.chconnect.codec.Block;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import io.chconnect.error.StatementOutcome;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches one after the other. A batch that may have been stored is sent again only to a table that knows it by its
 * token.
 */
public final class BatchSender<S, R> implements Runnable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Errors of a server that is busy, full or not ready: the same insert can succeed later. */
    private static final Set<Integer> TRANSIENT = Set.of(159, 202, 203, 209, 210, 236, 241, 242, 252, 319, 425, 999);

    /** Sends one block; the token is null for a table that does not deduplicate. */
    @FunctionalInterface
    public interface Sending<S> {
        S send(Block block, @Nullable String token);
    }

    /** Makes the outcome of a batch; one of summary and failure is null. */
    @FunctionalInterface
    public interface Outcome<S, R> {
        R of(Block block, int attempts, @Nullable S summary, @Nullable RuntimeException failure);
    }

    private final Batches<?, R> batches;
    private final Sending<S> sending;
    private final Outcome<S, R> outcome;
    private final boolean deduplicates;
    private final Duration retryFor;

    public BatchSender(
            Batches<?, R> batches, Sending<S> sending, Outcome<S, R> outcome, boolean deduplicates, Duration retryFor) {
        this.batches = batches;
        this.sending = sending;
        this.outcome = outcome;
        this.deduplicates = deduplicates;
        this.retryFor = retryFor;
    }

    @Override
    public void run() {
        try {
            for (Batch<R> batch = batches.next(); batch != null; batch = batches.next()) {
                try {
                    batch.future().complete(send(batch.block()));
                } catch (RuntimeException | Error e) {
                    // Those who wait for the batch must not wait for ever; the next batches go on.
                    batch.future().completeExceptionally(e);
                } finally {
                    batches.done();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the sender", e);
        }
    }

    private R send(Block block) throws InterruptedException {
        String token = deduplicates ? UUID.randomUUID().toString() : null;
        long giveUpAt = System.nanoTime() + retryFor.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return outcome.of(block, attempt, sending.send(block, token), null);
            } catch (RuntimeException e) {
                long pause = pauseNanos(attempt);
                if (!mayRepeat(e) || System.nanoTime() + pause - giveUpAt > 0) {
                    return outcome.of(block, attempt, null, e);
                }
                TimeUnit.NANOSECONDS.sleep(pause);
            } catch (Error e) {
                return outcome.of(block, attempt, null, new IllegalStateException("A batch was not sent: " + e, e));
            }
        }
    }

    private boolean mayRepeat(RuntimeException failure) {
        if (!(failure instanceof ClickHouseException known)) {
            return false;
        }
        if (known.retryable()) {
            return true;
        }
        return deduplicates
                && (known instanceof ServerException server
                        ? TRANSIENT.contains(server.code())
                        : known.outcome() == StatementOutcome.UNKNOWN);
    }

    private static long pauseNanos(int attempt) {
        long longest = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(attempt - 1, 10));
        return ThreadLocalRandom.current().nextLong(longest / 2, longest);
    }
}
