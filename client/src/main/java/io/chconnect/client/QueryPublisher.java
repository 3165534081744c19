package io.chconnect.client;

import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Runs a query anew for each subscriber. Immutable. */
final class QueryPublisher<T> implements Flow.Publisher<T> {
    private final Client client;
    private final Executor executor;
    private final UnaryOperator<QueryRequest> request;
    private final Function<QueryResult, Iterator<T>> items;

    QueryPublisher(
            Client client,
            Executor executor,
            UnaryOperator<QueryRequest> request,
            Function<QueryResult, Iterator<T>> items) {
        this.client = client;
        this.executor = executor;
        this.request = request;
        this.items = items;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        new QuerySubscription<>(client, executor, request, items, subscriber).start();
    }
}
