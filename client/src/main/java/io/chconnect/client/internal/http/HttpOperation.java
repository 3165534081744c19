package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.Watch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A statement under way: its time, and where and as what it runs. May be cancelled from any thread. */
final class HttpOperation implements AutoCloseable {
    private final String id;
    private final Watch watch;
    private final @Nullable String affinity;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Consumer<HttpOperation> whenOver;
    private volatile @Nullable Place place;
    private volatile boolean answered;

    /**
     * Where a statement runs.
     *
     * @param node the node
     * @param queryId its id there
     */
    record Place(HttpNode node, String queryId) {}

    HttpOperation(String id, Watch watch, @Nullable String affinity, Consumer<HttpOperation> whenOver) {
        this.id = id;
        this.watch = watch;
        this.affinity = affinity;
        this.whenOver = whenOver;
    }

    String id() {
        return id;
    }

    Watch watch() {
        return watch;
    }

    /** What keeps operations together on one node; null when any node will do. */
    @Nullable
    String affinity() {
        return affinity;
    }

    /** A statement is about to be sent. */
    void sentTo(HttpNode node, String queryId) {
        place = new Place(node, queryId);
    }

    /** Where the statement may run; null when it was not sent. */
    @Nullable
    Place place() {
        return place;
    }

    /** The node begins to answer the statement. */
    void answerBegins() {
        answered = true;
    }

    /** Whether the node has begun to answer, so that it knows the statement, or knew it. */
    boolean answered() {
        return answered;
    }

    /** Whether it falls to the caller to stop the statement on its node; true once. */
    boolean mustStop() {
        return place != null && stopping.compareAndSet(false, true);
    }

    @Override
    public void close() {
        watch.close();
        whenOver.accept(this);
    }
}
