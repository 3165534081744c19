package io.chconnect.client.internal.result;

import io.chconnect.client.transport.QueryEvents;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of an answer, which are closed once: by their owner, or, when the owner was dropped without closing it, by the
 * garbage collector's finding so. Knows nothing of its owner, or that would never be collected.
 */
public final class EventSource implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EventSource.class);
    private static final Cleaner CLEANER = Cleaner.create(task -> {
        Thread thread = new Thread(task, "clickhouse-connect-abandoned-results");
        thread.setDaemon(true);
        return thread;
    });

    private final QueryEvents events;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable String queryId;

    public EventSource(QueryEvents events) {
        this.events = events;
    }

    /** Starts to look after an owner. */
    public Cleaner.Cleanable watch(Object owner) {
        return CLEANER.register(owner, this);
    }

    public QueryEvents events() {
        return events;
    }

    public void queryId(@Nullable String id) {
        queryId = id;
    }

    /** Lets go of the answer; true the first time. */
    public boolean close() {
        boolean first = closed.compareAndSet(false, true);
        if (first) {
            events.close();
        }
        return first;
    }

    public boolean isClosed() {
        return closed.get();
    }

    /** The owner is gone. */
    @Override
    public void run() {
        if (close()) {
            LOG.warn(
                    "The result of query {} was dropped without being closed or read to its end; its connection is "
                            + "released now. Close results, for example by try-with-resources",
                    queryId == null ? "(id unknown)" : queryId);
        }
    }
}
