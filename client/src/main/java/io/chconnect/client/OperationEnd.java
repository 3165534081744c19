package io.chconnect.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an operation ended.
 *
 * @param how in which way
 * @param failure why it failed or was cancelled; null when it did not fail. Its message may show parts of the statement
 * @param summary what the server told of it; all unknown when it did not come to that
 * @param rows how many rows of an answer arrived here; 0 for other statements
 * @param attempts how often it was tried; 0 when it did not come to that
 * @param elapsed how long it took from the call to here, the reading of its answer included
 */
public record OperationEnd(
        How how, @Nullable Throwable failure, Summary summary, long rows, int attempts, Duration elapsed) {
    /** Ways to end. */
    public enum How {
        /** It was run and its answer read to the end. */
        COMPLETED,
        /** Its answer was closed before the end, which cancels it on the server. */
        LEFT,
        /** Somebody cancelled it: a future, another thread, an interrupt, or the end of the client. */
        CANCELLED,
        /** It failed. */
        FAILED
    }
}
