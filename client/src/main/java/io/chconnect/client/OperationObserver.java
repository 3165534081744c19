package io.chconnect.client;

import io.chconnect.error.ClickHouseException;
import java.util.Map;

/**
 * Is told what becomes of one operation: for each attempt {@link #attempt}, {@link #sent} and {@link #firstByte}, then either
 * {@link #retry} or {@link #ended}. The end comes exactly once, but for an answer that nobody closes: then when the garbage
 * collector finds it. Calls do not overlap, except that {@link #ended} may come from any thread, after which nothing matters.
 * What a method throws is logged and harms no operation.
 */
public interface OperationObserver {
    /**
     * An attempt begins: the request is made and a connection is waited for.
     *
     * @param attempt where it goes
     * @return headers for its request where there are headers, for example a trace context; those of the request and of the
     *     client win
     */
    default Map<String, String> attempt(OperationAttempt attempt) {
        return Map.of();
    }

    /** The request is sent, the data of an insert included. */
    default void sent() {}

    /** The answer begins. */
    default void firstByte() {}

    /**
     * Whether {@link #progress} shall be called. The server is asked for progress only if somebody wants it.
     *
     * @return false unless it says otherwise
     */
    default boolean wantsProgress() {
        return false;
    }

    /**
     * The server told how far it is.
     *
     * @param progress how far it is
     */
    default void progress(Progress progress) {}

    /**
     * An attempt failed, and another one follows.
     *
     * @param failure why it failed
     */
    default void retry(ClickHouseException failure) {}

    /**
     * The operation is over: read to its end, left, or failed.
     *
     * @param end how it ended
     */
    default void ended(OperationEnd end) {}
}
