package io.chconnect.client.internal.statement;

import io.chconnect.client.internal.operation.Operation;
import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.codec.Block;

/** The events of a statement, together with what it holds. Their result sees to it that they are closed. */
final class HeldEvents implements QueryEvents {
    private final QueryEvents events;
    private final Abandonment.Resource resource;
    private final Operation operation;

    HeldEvents(QueryEvents events, Abandonment.Resource resource, Operation operation) {
        this.events = events;
        this.resource = resource;
        this.operation = operation;
    }

    @Override
    public QueryEvent next() {
        QueryEvent event = nextEvent();
        if (event instanceof QueryEvent.Data data) {
            operation.received(data.block().rowCount());
        } else if (event instanceof QueryEvent.End end) {
            operation.completed(end.summary());
            resource.close();
        }
        return event;
    }

    @Override
    public void recycle(Block block) {
        events.recycle(block);
    }

    @Override
    public void close() {
        resource.close();
    }

    private QueryEvent nextEvent() {
        try {
            return events.next();
        } catch (RuntimeException e) {
            operation.failed(e);
            throw e;
        }
    }
}
