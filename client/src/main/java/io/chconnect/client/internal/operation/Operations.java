package io.chconnect.client.internal.operation;

import io.chconnect.client.OperationInfo;
import io.chconnect.client.OperationListener;
import io.chconnect.client.OperationObserver;
import io.chconnect.client.transport.StatementRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the operations of a client, in front of its listeners. Thread-safe. */
public final class Operations {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final List<OperationListener> listeners;
    private final String target;
    private final @Nullable String database;

    /**
     * Makes operations.
     *
     * @param listeners those of the user, told before the client's own
     * @param target what messages call the server
     * @param database the database of statements that name none; empty for the user's default
     */
    public Operations(List<OperationListener> listeners, String target, String database) {
        List<OperationListener> all = new ArrayList<>(listeners);
        all.add(OperationLog::start);
        FlightRecording.listener().ifPresent(all::add);
        this.listeners = List.copyOf(all);
        this.target = target;
        this.database = database.isEmpty() ? null : database;
    }

    /** Starts one; in a scope it can be cancelled with it. */
    public Operation start(OperationInfo.Kind kind, StatementRequest request, @Nullable CallScope scope) {
        OperationInfo info = new OperationInfo(
                request.operationId(),
                kind,
                request.sql(),
                request.queryId(),
                request.database() == null ? database : request.database(),
                target);
        List<OperationObserver> observers = new ArrayList<>();
        for (OperationListener listener : listeners) {
            try {
                OperationObserver observer = listener.operationStarted(info);
                if (observer != null) {
                    observers.add(observer);
                }
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.warn("An operation listener failed: {}", listener.getClass().getName(), e);
            }
        }
        return new Operation(info.id(), observers, scope);
    }

    /** Work that takes along to another thread what belongs to this one. */
    public Runnable carry(Runnable work) {
        Runnable carried = work;
        for (OperationListener listener : listeners) {
            try {
                carried = listener.carry(carried);
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.warn("An operation listener failed: {}", listener.getClass().getName(), e);
            }
        }
        return carried;
    }
}
