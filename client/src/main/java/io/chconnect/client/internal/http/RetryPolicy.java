package io.chconnect.client.internal.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides about another attempt. A statement that may have run is repeated only if that does no harm: it reads, or its
 * user says so.
 *
 * @param retries how many further attempts there may be
 * @param firstPause the longest pause before the first of them; it doubles with each
 */
record RetryPolicy(int retries, Duration firstPause) {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** A server that drops unused connections drops several at once. */
    private static final int STALE_CONNECTIONS = 2;

    private static final int UNUSABLE_CONNECTIONS = 100;

    /** What to do after a failed attempt. */
    enum Verdict {
        /** Give up. */
        FAIL,
        /** Try again at once. */
        NOW,
        /** Try again after a pause. */
        LATER
    }

    /**
     * Decides.
     *
     * @param kind how the attempt failed
     * @param attempts how many were made
     * @param stale how many of them met a stale connection
     * @param otherNodes how many nodes were not tried yet
     * @param repeatable whether running twice does no harm
     * @param replayable whether the body can be sent again
     */
    Verdict judge(
            AttemptFailedException.Kind kind,
            int attempts,
            int stale,
            int otherNodes,
            boolean repeatable,
            boolean replayable) {
        return switch (kind) {
            case FINAL, LOGIN -> Verdict.FAIL;
            case NOT_SENT -> otherNodes > 0 ? Verdict.NOW : Verdict.FAIL;
            case UNUSABLE -> stale <= UNUSABLE_CONNECTIONS ? Verdict.NOW : Verdict.FAIL;
            case STALE -> repeatable && replayable && stale <= STALE_CONNECTIONS ? Verdict.NOW : Verdict.FAIL;
            case BROKEN, TURNED_AWAY ->
                repeatable && replayable && attempts - stale <= retries
                        ? otherNodes > 0 && kind == AttemptFailedException.Kind.BROKEN ? Verdict.NOW : Verdict.LATER
                        : Verdict.FAIL;
        };
    }

    /** How long to wait before a further attempt: by lot, so that clients do not come back all at once. */
    Duration pause(int attempts) {
        long longest = Math.min(LONGEST_PAUSE.toNanos(), firstPause.toNanos() << Math.min(attempts - 1, 20));
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
