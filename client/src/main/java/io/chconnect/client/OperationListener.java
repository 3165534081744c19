package io.chconnect.client;

import org.jspecify.annotations.Nullable;

/**
 * Is told of the operations of a client: given to {@link ClientBuilder#listener}. Thread-safe; called by the threads that
 * work for the operation, so it should be quick. What it throws is logged and harms no operation.
 */
@FunctionalInterface
public interface OperationListener {
    /**
     * An operation starts. Called by the thread that asked for it, before anything is sent.
     *
     * @param operation what it is
     * @return is told what becomes of it; null when nobody wants to know
     */
    @Nullable
    OperationObserver operationStarted(OperationInfo operation);

    /**
     * Takes along to another thread what belongs to this one, such as the trace that is under way. Called for each call of an
     * {@link AsyncClient} and each subscription, by the thread that makes it.
     *
     * @param work runs in another thread, for a subscription more than once
     * @return work that does the same
     */
    default Runnable carry(Runnable work) {
        return work;
    }
}
