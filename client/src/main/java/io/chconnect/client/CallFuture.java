package io.chconnect.client;

import io.chconnect.client.internal.operation.CallScope;
import io.chconnect.error.ConfigurationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call of a client as a future. Whoever completes it before the call does, be it by cancelling or by a time limit of the
 * future, ends the statements of the call; a result that comes too late is closed.
 *
 * @param <T> the class of the result
 */
final class CallFuture<T> extends CompletableFuture<T> {
    private static final Logger LOG = LoggerFactory.getLogger(CallFuture.class);

    private final Executor executor;
    private final CallScope scope;
    private volatile boolean called;

    private CallFuture(Executor executor, CallScope scope) {
        this.executor = executor;
        this.scope = scope;
    }

    /** Starts a call; a client or executor that takes none fails the future. */
    static <T> CallFuture<T> start(Client client, Executor executor, Function<Client, T> call) {
        CallScope scope = client.scope();
        CallFuture<T> future = new CallFuture<>(executor, scope);
        future.endWithTheFuture();
        try {
            executor.execute(client.carry(() -> future.run(client, call)));
        } catch (RejectedExecutionException e) {
            future.fail(new ConfigurationException(
                    "The call was not started: the client is closed, or its executor takes no more calls", e));
        }
        return future;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what follows from the scope's end is told to this future
    private void endWithTheFuture() {
        whenComplete((result, failure) -> {
            if (!called) {
                scope.cancel();
            }
        });
    }

    private void run(Client client, Function<Client, T> call) {
        if (isDone()) {
            return;
        }
        T result;
        try {
            result = call.apply(client.within(scope));
        } catch (Throwable e) {
            fail(e);
            return;
        }
        called = true;
        if (!complete(result)) {
            discard(result);
        }
    }

    private void fail(Throwable failure) {
        called = true;
        completeExceptionally(failure);
    }

    private static void discard(Object result) {
        if (result instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.debug("A result that came too late could not be closed", e);
            }
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Dependent<>(executor);
    }

    @Override
    public Executor defaultExecutor() {
        return executor;
    }

    /** What follows from a call; it runs nothing in the common pool either. */
    private static final class Dependent<U> extends CompletableFuture<U> {
        private final Executor executor;

        Dependent(Executor executor) {
            this.executor = executor;
        }

        @Override
        public <V> CompletableFuture<V> newIncompleteFuture() {
            return new Dependent<>(executor);
        }

        @Override
        public Executor defaultExecutor() {
            return executor;
        }
    }
}
