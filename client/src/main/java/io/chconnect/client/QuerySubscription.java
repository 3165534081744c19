package io.chconnect.client;

import io.chconnect.client.internal.operation.CallScope;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A query for one subscriber. It starts with the first demand, and reads a block when there is demand for it, so that nothing
 * is held but the block under way. While nobody asks for anything it occupies no thread.
 *
 * <p>Whoever raises {@code work} from 0 has the turn: one thread at a time signals, and what others want meanwhile is counted
 * for another round. The subscription starts with the turn taken, so that nothing overlaps with its introduction.
 */
final class QuerySubscription<T> implements Flow.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(QuerySubscription.class);

    private final Executor executor;
    private final CallScope scope;
    private final Runnable turn;
    private final Supplier<Supplier<QueryResult>> prepare;
    private final Function<QueryResult, Iterator<T>> itemsOf;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger(1);
    private volatile Flow.@Nullable Subscriber<? super T> subscriber;
    private volatile @Nullable Throwable refusal;
    private volatile boolean cancelled;
    private @Nullable Supplier<QueryResult> query;
    private @Nullable QueryResult result;
    private @Nullable Iterator<T> items;

    QuerySubscription(
            Client client,
            Executor executor,
            UnaryOperator<QueryRequest> request,
            Function<QueryResult, Iterator<T>> itemsOf,
            Flow.Subscriber<? super T> subscriber) {
        this.executor = executor;
        this.scope = client.scope();
        this.turn = client.carry(this::serveAll);
        this.prepare = () -> client.within(scope).prepare(request);
        this.itemsOf = itemsOf;
        this.subscriber = subscriber;
    }

    /** Introduces itself; a request that cannot be sent fails without any demand. */
    void start() {
        Flow.Subscriber<? super T> target = subscriber;
        if (target == null) {
            return;
        }
        try {
            query = prepare.get();
        } catch (RuntimeException e) {
            refusal = e;
        }
        try {
            target.onSubscribe(this);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A subscriber failed when it got its subscription: {}",
                    target.getClass().getName(),
                    e);
            cancel();
        }
        boolean wanted = refusal != null || !work.compareAndSet(1, 0);
        if (wanted) {
            dispatch();
        }
    }

    @Override
    public void request(long count) {
        if (count > 0) {
            demand.getAndUpdate(before -> before + count < 0 ? Long.MAX_VALUE : before + count);
        } else if (refusal == null) {
            refusal = new IllegalArgumentException(
                    "A subscriber asked for " + count + " items, expected more than zero (Reactive Streams, rule 3.9)");
        }
        schedule();
    }

    @Override
    public void cancel() {
        cancelled = true;
        scope.cancel();
        schedule();
    }

    private void schedule() {
        if (subscriber != null && work.getAndIncrement() == 0) {
            dispatch();
        }
    }

    private void dispatch() {
        try {
            executor.execute(turn);
        } catch (RejectedExecutionException e) {
            if (refusal == null) {
                refusal = new ConfigurationException(
                        "The query stops: the client is closed, or its executor takes no more calls", e);
            }
            serveAll();
        }
    }

    private void serveAll() {
        int seen;
        do {
            seen = work.get();
            serve();
        } while (!work.compareAndSet(seen, 0));
    }

    /** Signals as much as is asked for, or the end. */
    private void serve() {
        Flow.Subscriber<? super T> target = subscriber;
        if (target == null) {
            return;
        }
        long left = demand.get();
        while (left > 0 || cancelled || refusal != null) {
            if (cancelled) {
                release();
                return;
            }
            T item = next(target);
            if (item == null) {
                return;
            }
            try {
                target.onNext(item);
            } catch (RuntimeException e) {
                LOG.warn(
                        "A subscriber failed and gets nothing more: {}",
                        target.getClass().getName(),
                        e);
                cancelled = true;
            } catch (Error e) {
                release();
                throw e;
            }
            left = demand.updateAndGet(before -> before == Long.MAX_VALUE ? before : before - 1);
        }
    }

    /** The next item; null when the subscriber was told the end instead. */
    private @Nullable T next(Flow.Subscriber<? super T> target) {
        try {
            Throwable refused = refusal;
            if (refused != null) {
                fail(target, refused);
                return null;
            }
            Iterator<T> iterator = items();
            if (iterator.hasNext()) {
                T item = iterator.next();
                if (item == null) {
                    throw new ConversionException("NULL cannot be published: expected a query without NULL");
                }
                return item;
            }
        } catch (RuntimeException | Error e) {
            fail(target, e);
            return null;
        }
        release();
        target.onComplete();
        return null;
    }

    private Iterator<T> items() {
        Iterator<T> iterator = items;
        Supplier<QueryResult> start = query;
        if (iterator == null && start != null) {
            QueryResult opened = start.get();
            result = opened;
            iterator = itemsOf.apply(opened);
            items = iterator;
        }
        if (iterator == null) {
            throw new IllegalStateException("the query was not prepared");
        }
        return iterator;
    }

    /** A failure that the subscriber's own cancel brought about is no news for it. */
    private void fail(Flow.Subscriber<? super T> target, Throwable failure) {
        boolean wanted = !cancelled;
        release();
        if (wanted) {
            target.onError(failure);
        }
    }

    /** Lets go of the answer and of the subscriber. */
    private void release() {
        subscriber = null;
        query = null;
        items = null;
        QueryResult held = result;
        result = null;
        if (held != null) {
            try {
                held.close();
            } catch (RuntimeException e) {
                LOG.debug("An answer could not be closed", e);
            }
        }
    }
}
