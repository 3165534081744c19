package io.chconnect.client.internal.statement;

import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;

/** The events of a statement, together with what it holds. Their result sees to it that they are closed. */
final class HeldEvents implements QueryEvents {
    private final QueryEvents events;
    private final Abandonment.Resource resource;

    HeldEvents(QueryEvents events, Abandonment.Resource resource) {
        this.events = events;
        this.resource = resource;
    }

    @Override
    public QueryEvent next() {
        QueryEvent event = events.next();
        if (event instanceof QueryEvent.End) {
            resource.close();
        }
        return event;
    }

    @Override
    public void close() {
        resource.close();
    }
}
